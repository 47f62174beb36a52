import type { SignalingState } from "../signaling/transition-table.ts";
import type { OpenCall } from "./calls/call-list.ts";
import { oldestSetCall } from "./calls/open-calls.ts";
import { expectationIn } from "./expected/expectation.ts";
import type { KnownSession } from "./expected/known-session.ts";
import { fittedTo } from "./expected/resynchronise.ts";
import type { OracleState } from "./state.ts";

/** A call, as far as the chain is concerned. */
type Chained = Pick<OpenCall, "call" | "argument">;

/** When a call has its turn in the operations chain, and what the chain leads to with it. */
export interface PlaceInChain {
  /** The state in which the chain executes it; null where no set call is before it, or where that is not known. */
  readonly turn: SignalingState | null;
  /** The session once all calls made so far have ended as they must; null where that is not known, or none is open. */
  readonly ahead: KnownSession | null;
}

/** The turn of a call that is made now. A step of the connection says what each call before it leads to. */
export function turnOf(state: OracleState, call: Chained): PlaceInChain {
  const before = sessionAhead(state);
  if (before === null) return { turn: null, ahead: null };
  const { after, rejection } = expectationIn(before, { ...call, created: null });
  // What Web IDL refuses never comes into the chain.
  if (rejection?.error === "TypeError") return { turn: null, ahead: before };
  return { turn: before.session.signalingState, ahead: after };
}

function sessionAhead(state: OracleState): KnownSession | null {
  const oldest = oldestSetCall(state.open, 0);
  if (oldest === null || !isAsPredicted(state, oldest)) return null;
  if (state.ahead !== null) return state.ahead;
  const isOnly = oldestSetCall(state.open, oldest.order + 1) === null;
  return isOnly ? expectationIn(knownIn(state), { ...oldest, created: null }).after : null;
}

/**
 * The session in which the chain executes a call that is settled while set calls before it are under way; null where no
 * such call is, or where it is not known what they lead to.
 */
export function sessionOfTurn(state: OracleState, { order, turn }: OpenCall): KnownSession | null {
  const oldest = oldestSetCall(state.open, 0);
  if (turn === null || oldest === null || oldest.order > order || !isAsPredicted(state, oldest)) return null;
  return fittedTo(knownIn(state), turn);
}

// Have the calls before it led to where they must lead?
function isAsPredicted({ session }: OracleState, { turn }: OpenCall): boolean {
  return turn === null || turn === session.signalingState;
}

function knownIn({ session, unseenSdp }: OracleState): KnownSession {
  return { session, unseenSdp };
}
