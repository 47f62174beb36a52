import { dateText } from "../../report/date-text.ts";
import type { DetailedReport, DetailedStep } from "../../report/detailed-report.ts";
import { isProblem, verdictWords } from "../../report/verdict-words.ts";
import { callText, counted, printable } from "../../report/words.ts";
import { sinceStart } from "../step/words.ts";

/** The verdict on a dump, and a list of what was found, each with a link to its place. */
export function ReportSummary({
  report,
  onGo,
}: {
  readonly report: DetailedReport;
  readonly onGo: (connection: number, step: number) => void;
}) {
  const { format, connections, summary, start, incomplete } = report;
  const { calls, illegalCalls, divergences, unjudged, unsettled } = summary;
  const found = problemsIn(report);
  const date = dateText(start);
  const counts = [
    illegalCalls > 0 ? counted(illegalCalls, "illegal call") : "",
    divergences > 0 ? counted(divergences, "divergence") : "",
  ].filter((text) => text !== "");
  const rest = [
    `${format} dump`,
    counted(connections.length, "connection"),
    counted(calls, "call"),
    ...(unjudged > 0 ? [`${unjudged} not judged`] : []),
    ...(unsettled > 0 ? [`${unsettled} never settled`] : []),
    ...(date === null ? [] : [`began ${date}`]),
  ];
  return (
    <div class="summary">
      <p class="finding" data-found={found.length > 0}>
        {found.length > 0 ? counts.join(", ") : "Nothing found: every judged call conforms"}
      </p>
      <p class="quiet">{rest.join(" · ")}</p>
      {incomplete !== null && <p class="complaint">Not all was judged: {printable(incomplete)}</p>}
      {found.length > 0 && (
        <ol class="problems">
          {found.slice(0, mostProblems).map(({ connection, place, step }) => (
            <li key={`${connection} ${place}`} data-verdict={step.verdict}>
              <a
                href={`#step-${connection}-${place}`}
                onClick={(event) => {
                  event.preventDefault();
                  onGo(connection, place);
                }}
              >
                <span class="verdict">{verdictWords(step).name}</span> {callText(step)} on{" "}
                {printable(connections[connection]?.id ?? "")}, {sinceStart(step.time, start)}
              </a>
              {step.cause !== null && <span class="quiet">: {printable(step.cause.what)}</span>}
            </li>
          ))}
          {found.length > mostProblems && <li>… and {found.length - mostProblems} more</li>}
        </ol>
      )}
    </div>
  );
}

const mostProblems = 20;

function problemsIn({ connections }: DetailedReport) {
  return connections
    .flatMap(({ steps }, connection) =>
      steps.map((step: DetailedStep, place) => ({ connection, place, step })).filter((found) => isProblem(found.step)),
    )
    .sort((one, other) => one.step.time - other.step.time);
}
