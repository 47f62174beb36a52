import { success } from "../../result.ts";
import { directionFrom, receives } from "../../sdp/description/direction.ts";
import { isClosed, putTransceiver, transceiverWithId } from "../draft.ts";
import { markModified } from "../modified.ts";
import { updateNegotiationNeededFlag } from "../negotiation-needed/update-negotiation-needed.ts";
import { refuseCall, refuseOnClosed, returnFrom, throwFrom } from "../rejection/call-rejection.ts";
import { type ReadCall, toTransceiverId } from "./arguments/arguments.ts";

/** removeTrack(). @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-removetrack */
export const removeTrack: ReadCall = (input) => {
  const id = toTransceiverId(input.transceiver);
  if (!id.ok) return id;
  return success((draft, call) => {
    if (isClosed(draft)) return throwFrom(draft, call, refuseOnClosed(draft, "removeTrack"));
    if (id.value >= draft.next.transceiver) {
      const remedy = "Pass the id that addTransceiver(), addTrack() or a track effect gave.";
      const reason = "the sender is not one of this connection's";
      return throwFrom(draft, call, refuseCall(draft, "removeTrack", "sender-unknown", reason, remedy));
    }
    const transceiver = transceiverWithId(draft, id.value);
    if (transceiver !== undefined && !transceiver.stopping && transceiver.sender.track !== null) {
      putTransceiver(draft, {
        ...transceiver,
        sender: Object.freeze({ ...transceiver.sender, track: null }),
        direction: directionFrom(false, receives(transceiver.direction)),
      });
      markModified(draft);
      updateNegotiationNeededFlag(draft);
    }
    returnFrom(draft, call);
  });
};
