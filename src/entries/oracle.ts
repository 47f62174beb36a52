/**
 * Compares what an implementation did with what the specifications require.
 *
 * @module
 */
export type { Observation } from "../oracle/evidence/observation.ts";
export type { DescriptionLike, ObservedError, ObservedSlots } from "../oracle/evidence/plain-data.ts";
export type { CallName, CallOutcome, Seen, TraceEvent } from "../oracle/evidence/trace-event.ts";
export { type Followed, finish, follow } from "../oracle/follow.ts";
export { type Judged, judge } from "../oracle/judge.ts";
export { createOracle, type Oracle, type OracleOptions } from "../oracle/oracle.ts";
export {
  type DifferenceCause,
  type DifferenceCauseEntry,
  differenceCauses,
} from "../oracle/verdict/cause/difference-causes.ts";
export type { Difference } from "../oracle/verdict/difference.ts";
export type { DifferenceKind } from "../oracle/verdict/difference-kind.ts";
export type { AtFault, Expected, Observed, Verdict } from "../oracle/verdict/judgement.ts";
export type { KnownDeviation } from "../oracle/verdict/known-deviation.ts";
export type { Cause, Step } from "../oracle/verdict/step.ts";
