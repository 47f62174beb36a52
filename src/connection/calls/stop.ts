import { success } from "../../result.ts";
import { isClosed, putTransceiver, transceiverWithId } from "../draft.ts";
import { markModified } from "../modified.ts";
import { updateNegotiationNeededFlag } from "../negotiation-needed/update-negotiation-needed.ts";
import { refuseOnClosed, returnFrom, throwFrom } from "../rejection/call-rejection.ts";
import { stopSendingAndReceiving } from "../transceivers/stop-the-transceiver.ts";
import type { ReadCall } from "./arguments/arguments.ts";
import { onTransceiver } from "./arguments/on-transceiver.ts";

/** stop(). @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiver-stop */
export const stop: ReadCall = (input) =>
  onTransceiver(input, "stop", ({ id }) =>
    success((draft, call) => {
      if (isClosed(draft)) return throwFrom(draft, call, refuseOnClosed(draft, "stop"));
      const transceiver = transceiverWithId(draft, id);
      if (transceiver !== undefined && !transceiver.stopping) {
        putTransceiver(draft, stopSendingAndReceiving(draft, transceiver));
        markModified(draft);
        updateNegotiationNeededFlag(draft);
      }
      returnFrom(draft, call);
    }),
  );
