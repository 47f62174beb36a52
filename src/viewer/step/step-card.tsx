import type { DetailedReport } from "../../report/detailed-report.ts";
import { verdictWords } from "../../report/verdict-words.ts";
import { callText, printable } from "../../report/words.ts";
import type { ReportEvent } from "../ladder/report-events.ts";
import { StepDetails } from "./step-details.tsx";
import { Implementation, StepReasons } from "./step-reasons.tsx";
import { sinceStart, statesText } from "./words.ts";

/** What stands in a row of a report's ladder. */
export function StepCard({
  report,
  event,
  connection,
  other,
  isOpen,
  onToggle,
}: {
  readonly report: DetailedReport;
  readonly event: ReportEvent;
  /** The id of the connection. */
  readonly connection: string;
  /** Where the description came from or went to: `from 8-2`. */
  readonly other: string;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
}) {
  const place = { time: sinceStart(event.time, report.start), connection, other };
  if (event.kind === "unlogged") {
    const { call, message } = event.failure;
    return (
      <div class="card" data-verdict="unjudged">
        <div class="head">
          <Head {...place} call={`${call}(?)`} states="the dump holds only its failure" verdict="not judged" />
        </div>
        <div class="reasons">
          <Implementation message={message} />
        </div>
      </div>
    );
  }
  const { step, id } = event;
  const details = `${id}-details`;
  return (
    <div class="card" data-verdict={step.verdict}>
      <button
        type="button"
        class="head"
        data-step={id}
        aria-expanded={isOpen}
        aria-controls={details}
        onClick={() => onToggle(id)}
      >
        <Head {...place} call={callText(step)} states={statesText(step)} verdict={verdictWords(step).name} />
      </button>
      <StepReasons step={step} start={report.start} />
      <div id={details} hidden={!isOpen} class="details">
        {isOpen && <StepDetails report={report} event={event} />}
      </div>
    </div>
  );
}

function Head({
  call,
  time,
  connection,
  other,
  states,
  verdict,
}: {
  readonly call: string;
  readonly time: string;
  readonly connection: string;
  readonly other: string;
  readonly states: string;
  readonly verdict: string;
}) {
  return (
    <>
      <code class="call">{call}</code>
      <span class="place">
        {time} on {printable(connection)}
        {other !== "" && `, ${printable(other)}`}
      </span>
      <span class="states">
        {states.split(" ").map((word, index) => (
          <>
            {index > 0 && " "}
            <span>{word}</span>
          </>
        ))}
      </span>
      <span class="verdict">{verdict}</span>
    </>
  );
}
