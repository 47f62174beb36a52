/**
 * Checks and surveys an implementation with random calls. Needs fast-check.
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
