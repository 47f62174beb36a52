import type { FailingCall, SurveyReport } from "../library.ts";
import { type ReproducedCall, type StackDeviation, type StackResult, unsupported } from "./result.ts";

type Surveyed = SurveyReport["deviations"][number];

/** The result that a survey's report holds. */
export function resultFromSurvey(
  version: string,
  report: Pick<SurveyReport, "calls" | "provisions" | "conforming" | "deviations">,
): StackResult {
  return {
    version,
    calls: report.calls,
    provisions: Object.keys(report.provisions).sort(),
    conforming: Object.keys(report.conforming).sort(),
    deviations: report.deviations.flatMap(deviationFrom),
    fleeting: report.deviations.filter(({ failure }) => failure === null).map(({ code }) => code),
  };
}

function deviationFrom({
  code,
  provision,
  cause,
  isConsequence,
  difference,
  failure,
  count,
}: Surveyed): readonly StackDeviation[] {
  if (failure === null) return [];
  // What the shortest sequence showed: what was seen first may have been another case of it.
  const shown = failure.differences.find((one) => one.code === code) ?? difference;
  const { kind, expected, observed, message, reference } = shown;
  return [
    {
      code,
      kind,
      provision,
      cause,
      isConsequence,
      expected,
      observed,
      message,
      reference,
      reproduction: { language: "js", calls: failure.calls.map(reproducedCall) },
      notImplemented: observed === unsupported,
      ...(failure.calls.some(({ wait }) => wait !== null) ? { count } : {}),
    },
  ];
}

function reproducedCall({ peer, code, constant, wait, step }: FailingCall): ReproducedCall {
  const { observed } = step;
  return {
    peer,
    code,
    constant,
    ...(wait === null ? {} : { wait }),
    outcome: observed.outcome,
    error: observed.error?.name ?? null,
    signalingState: observed.signalingState,
  };
}
