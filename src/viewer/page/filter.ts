import type { DetailedReport } from "../../report/detailed-report.ts";
import { isProblem, verdictWords } from "../../report/verdict-words.ts";
import { callText } from "../../report/words.ts";
import type { ReportEvent } from "../ladder/report-events.ts";
import { statesText } from "../step/words.ts";

/** Which events are shown. */
export interface Filter {
  /** Words that all must be in the event: its call, states, verdict, reason, code, or SDP. */
  readonly text: string;
  readonly problemsOnly: boolean;
}

/** Everything is shown. */
export const noFilter: Filter = { text: "", problemsOnly: false };

/** The events that pass a filter. */
export function filtered(
  report: DetailedReport,
  events: readonly ReportEvent[],
  { text, problemsOnly }: Filter,
): readonly ReportEvent[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !problemsOnly) return events;
  return events.filter((event) => {
    if (problemsOnly && (event.kind === "unlogged" || !isProblem(event.step))) return false;
    const searched = words.length === 0 ? "" : searchedText(report, event).toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

function searchedText({ sdp }: DetailedReport, event: ReportEvent): string {
  if (event.kind === "unlogged") return `${event.failure.call} ${event.failure.message}`;
  const { step } = event;
  const { why, code, rule, cause, observed } = step;
  const words = [verdictWords(step).name, why, code, rule, cause?.what, observed.message];
  return [callText(step), statesText(step), ...words, step.sdp === null ? "" : sdp[step.sdp]].join("\n");
}
