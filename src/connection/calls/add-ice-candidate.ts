import { failure, success } from "../../result.ts";
import { chain } from "../operations/chain.ts";
import { refuseCall, rejectCall } from "../rejection/call-rejection.ts";
import {
  isDictionary,
  type ReadCall,
  toDOMString,
  toNullableDOMString,
  toNullableUnsignedShort,
} from "./arguments/arguments.ts";

/**
 * addIceCandidate(). Null, undefined and a candidate of "" are ends of candidates.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-addicecandidate
 */
export const addIceCandidate: ReadCall = ({ candidate: init }) => {
  if (!isDictionary(init)) return failure("the candidate must be an object");
  // In Web IDL's order.
  const text = init?.candidate;
  const candidate = Object.freeze({
    candidate: text === undefined ? "" : toDOMString(text),
    sdpMLineIndex: toNullableUnsignedShort(init?.sdpMLineIndex),
    sdpMid: toNullableDOMString(init?.sdpMid),
    usernameFragment: toNullableDOMString(init?.usernameFragment),
  });
  return success((draft, call) => {
    if (candidate.candidate !== "" && candidate.sdpMid === null && candidate.sdpMLineIndex === null) {
      const reason = "the candidate has neither sdpMid nor sdpMLineIndex";
      const remedy = "Pass what the other peer's icecandidate event holds, as it is.";
      return rejectCall(draft, call, refuseCall(draft, "addIceCandidate", "candidate-without-place", reason, remedy));
    }
    chain(draft, call, { kind: "addIceCandidate", candidate });
  });
};
