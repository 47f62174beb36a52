import { sdpTypes, sides } from "../../signaling/edge.generated.ts";
import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import { isLegal, needsImplicitRollback, type Session } from "../session.ts";
import type { PlainRejection, Rejection } from "./rejection.ts";
import { codeEntry, type PlainCode } from "./rejection-codes.ts";

/** The call that is refused: which side's, the type where it is known, and its name if it is not the obvious one. */
export interface Call {
  readonly side: Side | null;
  readonly type: SdpType | null;
  readonly name?: string;
}

/** A rejection with the given code. The reason is a clause; `legal` says what would have been, unless the state does. */
export function refuse(
  session: Session,
  call: Call,
  code: PlainCode,
  reason: string,
  legal = alternatives(session),
): Rejection {
  return plainRejection(session, call, code, `${refusal(call, session.signalingState)}${reason}. ${legal}`);
}

/** A rejection that says nothing but its message. */
export function plainRejection(
  { signalingState }: Session,
  { side, type }: Call,
  code: PlainCode,
  message: string,
): PlainRejection {
  const { error, reference } = codeEntry(code);
  return Object.freeze({ error, code, message, signalingState, side, type, rule: null, reference });
}

/** The beginning of every message. */
export function refusal(call: Call, state: SignalingState): string {
  return `${callName(call)} is refused in ${state}: `;
}

/** A call as people write it: `setRemoteDescription(answer)`. */
export function callName(call: Call): string {
  if (call.name !== undefined) return call.name;
  if (call.side === null) return "the call";
  return `${call.side === "local" ? "setLocalDescription" : "setRemoteDescription"}(${call.type ?? ""})`;
}

// What the session's state allows, in the order of the transition table.
function alternatives(session: Session): string {
  if (session.signalingState === "closed") return "Nothing is legal.";
  const calls = sides.flatMap((side) =>
    sdpTypes.flatMap((type) => {
      if (isLegal(session, side, type)) return callName({ side, type });
      return needsImplicitRollback(session, side, type) ? `${callName({ side, type })} by implicit rollback` : [];
    }),
  );
  return `Legal in ${session.signalingState}: ${calls.join(", ")}.`;
}
