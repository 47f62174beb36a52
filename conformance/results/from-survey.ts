import type { FailingCall, SurveyReport } from "../library.ts";
import { type ReproducedCall, type StackDeviation, type StackResult, unsupported } from "./result.ts";

type Surveyed = SurveyReport["deviations"][number];

/** The result that a survey's report holds. */
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

function deviationFrom({ code, provision, difference, failure }: Surveyed): readonly StackDeviation[] {
  if (failure === null) return [];
  // What the shortest sequence showed: what was seen first may have been another case of it.
  const shown = failure.differences.find((one) => one.code === code) ?? difference;
  const { expected, observed, message, reference } = shown;
  return [
    {
      code,
      kind: kindOf(code, provision),
      provision,
      expected,
      observed,
      message,
      reference,
      reproduction: { language: "js", calls: failure.calls.map(reproducedCall) },
      notImplemented: observed === unsupported,
    },
  ];
}

function kindOf(code: string, provision: string): string {
  return code.slice(0, -provision.length - 1);
}

function reproducedCall({ code, constant, step }: FailingCall): ReproducedCall {
  const { observed, differences } = step;
  return {
    code,
    constant,
    outcome: observed.outcome,
    error: observed.error?.name ?? null,
    signalingState: observed.signalingState,
    differences: differences.map((one) => ({ code: one.code, kind: kindOf(one.code, one.provision) })),
  };
}
