import { quote } from "../sdp/text/quote.ts";
import type { SdpType, Side } from "../signaling/transition-table.ts";
import { close } from "./close.ts";
import { answerCreated, offerCreated } from "./created-description.ts";
import { operationFailed } from "./operation-failed.ts";
import type { Outcome } from "./outcome.ts";
import type { Session } from "./session.ts";
import { setLocalDescription, setRemoteDescription } from "./set-description.ts";

/** A call of one of the functions, as plain data. */
export type Call =
  | { readonly method: "setLocalDescription"; readonly description?: unknown }
  | { readonly method: "setRemoteDescription"; readonly description?: unknown }
  | { readonly method: "offerCreated"; readonly sdp: string }
  | { readonly method: "answerCreated"; readonly sdp: string }
  | {
      readonly method: "operationFailed";
      readonly side: Side;
      readonly type: SdpType;
      readonly message: string;
    }
  | { readonly method: "close" };

/**
 * All calls as one reducer: does what the function of that name does with the call's other members as its arguments.
 *
 * @param session the session before, which stays as it is; a JSON copy will do
 * @throws TypeError where `session` is not a session, or the method is unknown
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function step(session: Session, call: Call): Outcome {
  switch (call?.method) {
    case "setLocalDescription":
      return setLocalDescription(session, call.description);
    case "setRemoteDescription":
      return setRemoteDescription(session, call.description);
    case "offerCreated":
      return offerCreated(session, call.sdp);
    case "answerCreated":
      return answerCreated(session, call.sdp);
    case "operationFailed":
      return operationFailed(session, call.side, call.type, call.message);
    case "close":
      return close(session);
    default:
      throw new TypeError(`step: unknown method ${nameOfMethod(call)}`);
  }
}

function nameOfMethod(call: { readonly method?: unknown } | null | undefined): string {
  const method = call?.method;
  return typeof method === "string" ? quote(method) : `(found ${typeof method})`;
}
