import { success } from "../../result.ts";
import type { Direction } from "../../sdp/description/direction.ts";
import { putTransceiver, transceiverWithId } from "../draft.ts";
import { markModified } from "../modified.ts";
import { updateNegotiationNeededFlag } from "../negotiation-needed/update-negotiation-needed.ts";
import { refuseCall, returnFrom, throwFrom } from "../rejection/call-rejection.ts";
import { type ReadCall, toDOMString } from "./arguments/arguments.ts";
import { onTransceiver } from "./arguments/on-transceiver.ts";

const directions: readonly unknown[] = ["sendrecv", "sendonly", "recvonly", "inactive"];

/** Whether it is a direction other than "stopped". */
export function isDirection(value: unknown): value is Direction {
  return directions.includes(value);
}

/** Sets a transceiver's direction. @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiver-direction */
export const setDirection: ReadCall = (input) =>
  onTransceiver(input, "setDirection", ({ id }) => {
    const direction = toDOMString(input.direction);
    return success((draft, call) => {
      const transceiver = transceiverWithId(draft, id);
      if (transceiver === undefined || transceiver.stopping) {
        const remedy = "Add another transceiver.";
        const rejection = refuseCall(
          draft,
          "setDirection",
          "transceiver-stopped",
          "the transceiver is stopped or stopping",
          remedy,
        );
        return throwFrom(draft, call, rejection);
      }
      if (direction === "stopped") {
        const remedy = "Call stop() to stop the transceiver.";
        const reason = "the direction stopped cannot be set";
        return throwFrom(draft, call, refuseCall(draft, "setDirection", "direction-stopped", reason, remedy));
      }
      // Of an enumeration Web IDL ignores a word that it does not have.
      if (isDirection(direction) && direction !== transceiver.direction) {
        putTransceiver(draft, { ...transceiver, direction });
        markModified(draft);
        updateNegotiationNeededFlag(draft);
      }
      returnFrom(draft, call);
    });
  });
