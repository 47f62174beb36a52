export type { Difference, DifferenceKind } from "./difference.ts";
export { type Followed, finish, follow } from "./follow.ts";
export { frozen } from "./frozen.ts";
export type { Expected, Observed, Verdict } from "./judgement.ts";
export { indexOfKnown, type KnownDeviation } from "./known-deviation.ts";
export { type DescriptionLike, type Judged, judge, type Observation, slotOf } from "./observation.ts";
export { createOracle, type Oracle, type OracleOptions } from "./oracle.ts";
export { descriptionOf, errorOf } from "./plain-data.ts";
export { recordedArgument } from "./recorded-argument.ts";
export { resynchronise } from "./resynchronise.ts";
export type { Cause, Step } from "./step.ts";
export {
  type CallName,
  type CallOutcome,
  callNames,
  type ObservedError,
  type ObservedSlots,
  type Seen,
  type SlotName,
  slotNames,
  type TraceEvent,
} from "./trace-event.ts";
