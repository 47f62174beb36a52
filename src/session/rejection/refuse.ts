import { methodOf } from "../../signaling/names.ts";
import type { SdpType, Side } from "../../signaling/transition-table.ts";
import { legalDescriptions } from "../legality.ts";
import type { Session } from "../session.ts";
import type { PlainRejection } from "./rejection.ts";
import { codeEntry, type PlainCode } from "./rejection-codes.ts";

/** The call that is refused: its side, its type where that is known, and its name where side and type do not give it. */
export interface RefusedCall {
  readonly side: Side | null;
  readonly type: SdpType | null;
  readonly name?: string;
}

/** A rejection with that code. The reason is a clause; the remedy a sentence, which by default lists what is legal. */
export function refuse(
  session: Session,
  call: RefusedCall,
  code: PlainCode,
  reason: string,
  remedy = alternatives(session),
): PlainRejection {
  return plainRejection(session, call, code, `${refusal(session, call)}${reason}. ${remedy}`);
}

/** A rejection with that code and message. */
export function plainRejection(
  { signalingState }: Session,
  { side, type }: RefusedCall,
  code: PlainCode,
  message: string,
): PlainRejection {
  const { error, reference } = codeEntry(code);
  return Object.freeze({ error, code, message, signalingState, side, type, rule: null, reference });
}

/** The beginning of every message. */
export function refusal({ signalingState }: Session, call: RefusedCall): string {
  return `${callName(call)} is refused in ${signalingState}: `;
}

/** A call as people write it: `setRemoteDescription(answer)`. */
export function callName({ name, side, type }: RefusedCall): string {
  if (name !== undefined) return name;
  return side === null ? "the call" : `${methodOf(side)}(${type ?? ""})`;
}

function alternatives(session: Session): string {
  const { signalingState } = session;
  if (signalingState === "closed") return "A closed connection allows no call.";
  const calls = legalDescriptions(session).map(
    ({ side, type, implicitRollback }) =>
      `${callName({ side, type })}${implicitRollback ? " by implicit rollback" : ""}`,
  );
  return `Legal in ${signalingState}: ${calls.join(", ")}.`;
}
