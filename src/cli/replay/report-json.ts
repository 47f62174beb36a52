import type { Step } from "../../oracle/verdict/step.ts";
import type { Report } from "../../report/report.ts";

/** A report as `replay --json` prints it: one line of JSON. */
export function reportJson(report: Report): string {
  const { file, format, connections, summary } = report;
  return JSON.stringify({
    version: 1,
    file,
    format,
    connections: connections.map(({ id, steps }) => ({ id, steps: steps.map(stepJson) })),
    summary,
  });
}

function stepJson({ time, call, type, before, expected, observed, verdict, code, rule, reference }: Step) {
  const { outcome, message, signalingState } = observed;
  const seen = { outcome, message, signalingState };
  return { time, call, type, before, expected, observed: seen, verdict, code, rule, reference };
}
