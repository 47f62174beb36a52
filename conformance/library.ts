// What this package uses of the library: from its source, so that it judges what stands in this clone.
export type { KnownDeviation, Step } from "../src/oracle.ts";
export { type Observer, observe, type SurveyReport, surveyImplementation } from "../src/testing.ts";
