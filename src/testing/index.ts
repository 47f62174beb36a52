export {
  type CheckOptions,
  type CheckReport,
  checkImplementation,
  type FailingCall,
  type Failure,
} from "./check-implementation.ts";
export { type Conformable, type ConformanceMatchers, matchers } from "./matchers.ts";
export { type ObserveOptions, type Observer, observe } from "./observe.ts";
export type { PeerConnectionLike } from "./peer-connection.ts";
export type { CountedDeviation, Summary } from "./summary.ts";
export { type Deviation, type SurveyReport, surveyImplementation } from "./survey-implementation.ts";
