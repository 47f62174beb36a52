export {
  type CheckOptions,
  type CheckReport,
  checkImplementation,
  type FailingCall,
  type Failure,
} from "../testing/check/check-implementation.ts";
export { type Deviation, type SurveyReport, surveyImplementation } from "../testing/check/survey-implementation.ts";
