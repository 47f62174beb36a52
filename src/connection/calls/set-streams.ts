import { success } from "../../result.ts";
import { isClosed, putTransceiver, transceiverWithId } from "../draft.ts";
import { markModified } from "../modified.ts";
import { updateNegotiationNeededFlag } from "../negotiation-needed/update-negotiation-needed.ts";
import { refuseOnClosed, returnFrom, throwFrom } from "../rejection/call-rejection.ts";
import { eachOnce } from "../transceivers/create-transceiver.ts";
import { type ReadCall, toStreamIds } from "./arguments/arguments.ts";
import { onTransceiver } from "./arguments/on-transceiver.ts";

/** setStreams(). @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-setstreams */
export const setStreams: ReadCall = (input) =>
  onTransceiver(input, "setStreams", ({ id }) => {
    const streams = toStreamIds(input.streams);
    if (!streams.ok) return streams;
    return success((draft, call) => {
      if (isClosed(draft)) return throwFrom(draft, call, refuseOnClosed(draft, "setStreams"));
      const transceiver = transceiverWithId(draft, id);
      if (transceiver !== undefined) {
        const sender = { ...transceiver.sender, associatedMediaStreamIds: eachOnce(streams.value) };
        putTransceiver(draft, { ...transceiver, sender: Object.freeze(sender) });
        markModified(draft);
      }
      updateNegotiationNeededFlag(draft);
      returnFrom(draft, call);
    });
  });
