import type { DetailedReport } from "../../report/detailed-report.ts";
import { printable } from "../../report/words.ts";
import type { ReportEvent } from "../ladder/report-events.ts";
import { SdpView } from "./sdp-view.tsx";
import { Implementation, StepReasons } from "./step-reasons.tsx";
import { callText, duration, isProblem, statesText, verdictWords } from "./words.ts";

/** What stands in a row of a report's ladder. */
export function StepCard({
  report,
  event,
  connection,
  isOpen,
  onToggle,
}: {
  readonly report: DetailedReport;
  readonly event: ReportEvent;
  /** The id of the connection. */
  readonly connection: string;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
}) {
  const time = <span class="time">{sinceStart(event.time, report)}</span>;
  if (event.kind === "unlogged") {
    const { call, message } = event.failure;
    return (
      <div class="card" data-verdict="unjudged">
        <div class="head">
          <code class="call">{call}(?)</code>
          <span class="verdict">not judged</span>
          <Place connection={connection} time={time} states="the dump holds only its failure" />
        </div>
        <div class="reasons">
          <Implementation message={message} />
        </div>
      </div>
    );
  }
  const { step, id, sdpBefore } = event;
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
        <code class="call">{callText(step)}</code>
        <span class="verdict">{verdictWords[step.verdict].name}</span>
        <Place connection={connection} time={time} states={statesText(step)} />
      </button>
      <StepReasons step={step} start={report.start} />
      <div id={details} hidden={!isOpen} class="details">
        {isOpen && <Expectation event={event} />}
        {isOpen && <SdpView sdp={sdpOf(report, step.sdp)} before={sdpOf(report, sdpBefore)} side={step.call} />}
        {isOpen && step.waited >= 1 && <p>It waited {duration(step.waited)} for the call before it.</p>}
        {isOpen && !isProblem(step) && <p class="quiet">{verdictWords[step.verdict].meaning}</p>}
      </div>
    </div>
  );
}

function Place({ connection, time, states }: { connection: string; time: preact.JSX.Element; states: string }) {
  return (
    <span class="place">
      {time}
      <span class="connection">{printable(connection)}</span>
      <span class="states">{states}</span>
    </span>
  );
}

function Expectation({ event: { step } }: { readonly event: Extract<ReportEvent, { kind: "step" }> }) {
  const { expected, observed } = step;
  if (expected === null) return null;
  const error = expected.error === null ? "" : ` with ${expected.error}`;
  return (
    <dl class="expectation">
      <dt>expected</dt>
      <dd>
        {expected.outcome}
        {error}, in {expected.signalingState}
      </dd>
      <dt>observed</dt>
      <dd>
        {observed.outcome}, in {observed.signalingState}
      </dd>
    </dl>
  );
}

function sdpOf(report: DetailedReport, index: number | null): string | null {
  return index === null ? null : (report.sdp[index] ?? null);
}

function sinceStart(time: number, { start }: DetailedReport): string {
  return `+${duration(Math.max(0, time - start))}`;
}
