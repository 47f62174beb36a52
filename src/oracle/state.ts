import type { SignalingState } from "../signaling/transition-table.ts";
import type { Closing } from "./calls/call-list.ts";
import type { OpenCalls } from "./calls/open-calls.ts";
import type { Heard } from "./evidence/heard.ts";
import type { Settlement } from "./evidence/settled-call.ts";
import type { Creations } from "./expected/creations.ts";
import type { KnownSession } from "./expected/known-session.ts";
import type { History } from "./verdict/history.ts";
import type { KnownDeviation } from "./verdict/known-deviation.ts";
import type { Step, SteppedCall } from "./verdict/step.ts";
import type { Trouble } from "./verdict/trouble.ts";

/**
 * Where the oracle of one peer connection stands, as plain data. The session is what the connection remembers by the
 * specification, or by what was observed where that differed.
 */
export interface OracleState extends KnownSession {
  readonly knownDeviations: readonly KnownDeviation[];
  readonly creations: Creations;
  readonly heard: Heard;
  /** The calls that are not settled, those that close() overtook among them. */
  readonly open: OpenCalls;
  /** The session once all open calls have ended as they must; null where that is not known, or was not asked. */
  readonly ahead: KnownSession | null;
  /** The steps of calls that were settled early and deviated, while calls before them are under way: a few of them. */
  readonly early: readonly Step[];
  /** The session that was closed first. */
  readonly closed: KnownSession | null;
  /** How many calls have their place. */
  readonly calls: number;
  /** When the last set call was settled, in ms since the epoch. */
  readonly lastSettled: number | null;
  /** The state that the set call settled last should have led to, where a look showed another: it may come late. */
  readonly missed: SignalingState | null;
  readonly unexplained: Unexplained | null;
  readonly history: History;
  readonly trouble: Trouble;
}

/** A call that has come to an end. */
export interface EndedCall extends SteppedCall {
  /** What a call of close() found; null for other calls. */
  readonly closing: Closing | null;
  /** Did close() overtake it? */
  readonly overtaken: boolean;
  /**
   * The session in which the operations chain executes it, where it was settled while calls before it are under way; null
   * for calls that are settled in their turn.
   */
  readonly early: KnownSession | null;
}

/** The call settled last, as long as a log does not show the state that it led to: that may come late. */
export interface Unexplained {
  /** Where the oracle stood just before the settlement. */
  readonly before: OracleState;
  readonly call: EndedCall;
  readonly settlement: Settlement;
  readonly wanted: SignalingState;
}

/** The state after an event, and the steps that the event settled or revised. */
export interface Reduced {
  readonly state: OracleState;
  readonly steps: readonly Step[];
}

/** An event that settled nothing. */
export function quiet(state: OracleState): Reduced {
  return { state, steps: [] };
}
