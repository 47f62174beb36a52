import { callOf } from "../../cases/calls.ts";
import {
  answerCreated,
  close,
  type Outcome,
  offerCreated,
  operationFailed,
  type SdpType,
  type Session,
  type Side,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import type { SignalingEvent } from "../../src/entries/machine.ts";

/** One call, as the vectors write it. Without the key `description` a method is called without an argument. */
export type Call =
  | { readonly call: "setLocalDescription" | "setRemoteDescription"; readonly description?: unknown }
  | { readonly call: "offerCreated" | "answerCreated"; readonly sdp: unknown }
  | { readonly call: "operationFailed"; readonly side: Side; readonly type: SdpType; readonly message: string }
  | { readonly call: "close" };

/** The call that a text means, as in `local offer LO`. */
export const callNamed = (text: string): Call => callMeant(callOf(text));

/** The call that an event of the machine stands for. */
export function callMeant(event: SignalingEvent): Call {
  const { type, ...rest } = event;
  return { call: type, ...rest } as Call;
}

/** Makes the call. */
export function perform(session: Session, call: Call): Outcome {
  switch (call.call) {
    case "setLocalDescription":
      return setLocalDescription(session, ...argumentsOf(call));
    case "setRemoteDescription":
      return setRemoteDescription(session, ...argumentsOf(call));
    case "offerCreated":
      return offerCreated(session, call.sdp as string);
    case "answerCreated":
      return answerCreated(session, call.sdp as string);
    case "operationFailed":
      return operationFailed(session, call.side, call.type, call.message);
    case "close":
      return close(session);
  }
}

function argumentsOf(call: object): [] | [unknown] {
  return "description" in call ? [call.description] : [];
}
