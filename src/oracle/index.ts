export type { Difference, DifferenceKind } from "./difference.ts";
export { type Followed, finish, follow } from "./follow.ts";
export type { Expected, Observed, Verdict } from "./judgement.ts";
export type { KnownDeviation } from "./known-deviation.ts";
export { type Judged, judge, type Observation } from "./observation.ts";
export { createOracle, type Oracle, type OracleOptions } from "./oracle.ts";
export { resynchronise } from "./resynchronise.ts";
export type { Cause, Step } from "./step.ts";
export {
  type CallName,
  type CallOutcome,
  type ObservedError,
  type ObservedSlots,
  type Seen,
  type SlotName,
  slotNames,
  type TraceEvent,
} from "./trace-event.ts";
