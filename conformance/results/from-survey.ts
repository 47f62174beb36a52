import type { SurveyReport } from "../library.ts";
import { type Deviation, type StackResult, unsupported } from "./result.ts";
import { shortened } from "./shortened.ts";

type Surveyed = SurveyReport["deviations"][number];

/** The result that a survey's report tells. */
export function resultFromSurvey(
  version: string,
  report: Pick<SurveyReport, "calls" | "provisions" | "deviations">,
): StackResult {
  return {
    version,
    calls: report.calls,
    provisions: Object.keys(report.provisions).sort(),
    deviations: report.deviations.flatMap(deviationFrom),
    fleeting: report.deviations.filter(({ failure }) => failure === null).map(({ code }) => code),
  };
}

function deviationFrom({ code, provision, difference, failure }: Surveyed): readonly Deviation[] {
  if (failure === null) return [];
  // What the shortest sequence showed; what was seen first may have been another case of it.
  const { expected, observed, message, reference } = failure.differences.find((one) => one.code === code) ?? difference;
  const reproduction = { language: "js", lines: shortened(failure.reproduction) } as const;
  const notImplemented = observed === unsupported;
  return [{ code, provision, expected, observed, message, reference, reproduction, notImplemented }];
}
