// What this package uses of the library: from its source, so that it judges what stands in this clone.

export { deployedTolerances } from "../src/entries/index.ts";
export { type Observer, observe } from "../src/entries/observe.ts";
export { type DifferenceCause, differenceCauses, type KnownDeviation, type Step } from "../src/entries/oracle.ts";
export { type FailingCall, type SurveyReport, surveyImplementation } from "../src/entries/testing.ts";
