import type { SurveyReport } from "../library.ts";
import type { BrowserName } from "../page/browsers.ts";
import { inPage } from "../page/in-page.ts";
import { resultFromSurvey } from "../results/from-survey.ts";
import type { StackResult } from "../results/result.ts";
import type { SurveySettings } from "../survey.ts";

/** The report as JSON. */
declare function surveyHere(settings: SurveySettings): Promise<string>;

/** Surveys a browser's RTCPeerConnection in one of its pages. */
export async function surveyInBrowser(
  title: string,
  browser: BrowserName,
  settings: SurveySettings,
): Promise<StackResult> {
  const { browserVersion, value } = await inPage(browser, "survey-page.ts", (page) =>
    page.evaluate((given) => surveyHere(given), settings),
  );
  return resultFromSurvey(`${title} ${browserVersion.split("/").at(-1)}`, JSON.parse(value) as SurveyReport);
}
