// Runs in a browser's page, bundled with the library: puts what the driver calls into the page's global object.
import { type SurveySettings, survey } from "../survey.ts";
import { makePeerConnection } from "./make-peer-connection.ts";

// As text: WebDriver BiDi gives an object that occurs twice in an answer only once.
Object.assign(globalThis, {
  surveyHere: async (settings: SurveySettings) => JSON.stringify(await survey(makePeerConnection, settings)),
});
