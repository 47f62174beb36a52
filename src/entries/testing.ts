/**
 * Checks and surveys an implementation with random calls, which needs fast-check; and explores negotiation code on two
 * fakes.
 *
 * @module
 */
export type { FailingCall } from "../testing/check/calls/made-call.ts";
export type { CauseGroup } from "../testing/check/cause-group.ts";
export { type CheckReport, checkImplementation } from "../testing/check/check-implementation.ts";
export type { CheckOptions } from "../testing/check/check-options.ts";
export type { Deviation } from "../testing/check/deviation.ts";
export type { CheckFailure } from "../testing/check/failure.ts";
export { type SurveyReport, surveyImplementation } from "../testing/check/survey-implementation.ts";
export type { ActionCode, ActionName, ApplicationAction as Action } from "../testing/explore/action.ts";
export {
  exploreNegotiation,
  type NegotiationReport,
  type NegotiationViolation,
} from "../testing/explore/explore-negotiation.ts";
export type { ExplorationProgress, ExploreOptions } from "../testing/explore/explore-options.ts";
export type { ExploredFault as Fault } from "../testing/explore/fault.ts";
export type { OwnProperty, SeenSide, TransceiverOfSide } from "../testing/explore/own-property.ts";
export type { ExploredPeer, NegotiationCode } from "../testing/explore/peer.ts";
export type { TraceStep } from "../testing/explore/search/pair-run.ts";
