import type { Step } from "../../oracle/verdict/step.ts";
import type { Report } from "../../report/report.ts";
import { jsonText } from "../json-text.ts";

/** A report as `replay --json` prints it: one line of JSON, in pieces. */
export function* reportJson({ file, format, connections, summary, incomplete }: Report): Generator<string> {
  yield `{"version":1,"file":${jsonText(file)},"format":${jsonText(format)},"connections":[`;
  for (const [index, { id, steps }] of connections.entries()) {
    yield `${index === 0 ? "" : ","}{"id":${jsonText(id)},"steps":[`;
    for (const [place, step] of steps.entries()) yield `${place === 0 ? "" : ","}${stepJson(step)}`;
    yield "]}";
  }
  yield `],"summary":${jsonText(summary)}`;
  yield incomplete === null ? "}\n" : `,"incomplete":${jsonText(incomplete)}}\n`;
}

function stepJson({ time, call, type, before, expected, observed, verdict, code, rule, reference }: Step): string {
  const { outcome, message, signalingState } = observed;
  const seen = { outcome, message, signalingState };
  return jsonText({ time, call, type, before, expected, observed: seen, verdict, code, rule, reference });
}
