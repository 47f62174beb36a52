import { useMemo, useState } from "preact/hooks";
import type { DetailedReport } from "../../report/detailed-report.ts";
import { allVerdictWords } from "../../report/verdict-words.ts";
import { counted, printable } from "../../report/words.ts";
import { type SignalingState, signalingStates } from "../../signaling/transition-table.ts";
import { Ladder } from "../ladder/ladder.tsx";
import { type LadderRow, type LaneEvent, ladderRows } from "../ladder/lanes.ts";
import { eventsOf, messagesOf, otherEnds } from "../ladder/report-events.ts";
import { StepCard } from "../step/step-card.tsx";
import { sinceStart } from "../step/words.ts";
import { filtered, noFilter } from "./filter.ts";
import { ReportSummary } from "./summary.tsx";
import { connectionsToBegin, Toolbar } from "./toolbar.tsx";

// Drawn at first, and with each further step: more would make an old phone wait.
const drawnAtFirst = 200;

/** One judged dump: the verdict, and the ladder. */
export function ReportView({ report }: { readonly report: DetailedReport }) {
  const [connections, setConnections] = useState(() => connectionsToBegin(report));
  const [filter, setFilter] = useState(noFilter);
  const [limit, setLimit] = useState(drawnAtFirst);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const events = useMemo(() => filtered(report, eventsOf(report, connections), filter), [report, connections, filter]);
  const rows = useMemo(() => ladderRows(connections.length, events, messagesOf(report)), [report, connections, events]);
  const others = useMemo(() => otherEnds(report), [report]);
  const toggle = (id: string) => {
    const opened = new Set(open);
    if (!opened.delete(id)) opened.add(id);
    setOpen(opened);
  };
  const names = connections.map((connection) => report.connections[connection]?.id ?? "");
  const go = (connection: number, step: number) => {
    const id = `step-${connection}-${step}`;
    const shown = connections.includes(connection) ? connections : [...connections, connection].sort((a, b) => a - b);
    const row = eventsOf(report, shown).findIndex((event) => event.id === id);
    setConnections(shown);
    setFilter(noFilter);
    setLimit(Math.max(limit, row + drawnAtFirst));
    setOpen(new Set([...open, id]));
    setTimeout(() => focusStep(id));
  };
  const hidden = rows.length - Math.min(limit, rows.length);
  return (
    <article class="report" aria-label={printable(report.file)}>
      <h1>{printable(report.file)}</h1>
      <ReportSummary report={report} onGo={go} />
      <Toolbar {...{ report, connections, setConnections, filter, setFilter }} />
      <Legend states={statesIn(rows)} />
      <section aria-label="Ladder">
        {rows.length === 0 && <p class="quiet">No call to show.</p>}
        <Ladder
          lanes={names.map((name) => printable(name))}
          rows={rows.slice(0, limit)}
          timeOf={({ time }) => sinceStart(time, report.start)}
        >
          {(event) => (
            <StepCard
              {...{ report, event, connection: names[event.lane] ?? "", other: others.get(event.id) ?? "" }}
              isOpen={open.has(event.id)}
              onToggle={toggle}
            />
          )}
        </Ladder>
        {hidden > 0 && (
          <p class="more">
            <button type="button" data-more onClick={() => setLimit(limit + drawnAtFirst)}>
              Show {Math.min(hidden, drawnAtFirst)} more
            </button>{" "}
            <button type="button" data-all onClick={() => setLimit(Number.POSITIVE_INFINITY)}>
              Show all
            </button>{" "}
            <span class="quiet">{counted(hidden, "call")} not shown</span>
          </p>
        )}
      </section>
    </article>
  );
}

function focusStep(id: string): void {
  const card = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "center" });
}

function statesIn(rows: readonly LadderRow<LaneEvent>[]): readonly SignalingState[] {
  const found = new Set(rows.flatMap(({ above, below }) => [...above, ...below]));
  return signalingStates.filter((state) => found.has(state));
}

function Legend({ states }: { readonly states: readonly SignalingState[] }) {
  return (
    <div class="legend">
      <ul aria-label="Colours of the signaling states">
        {states.map((state) => (
          <li key={state}>
            <span class="swatch" data-state={state} /> {state}
          </li>
        ))}
      </ul>
      <VerdictLegend />
    </div>
  );
}

function VerdictLegend() {
  return (
    <details>
      <summary>How to read this</summary>
      <dl>
        {allVerdictWords.map(({ verdict, name, meaning }) => (
          <div key={name} data-verdict={verdict}>
            <dt>
              <span class="verdict">{name}</span>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        An arrow is an offer or an answer that one connection of the dump set locally and another one remotely. A hidden
        value has a number: the same number on lines of the same name is the same value.
      </p>
    </details>
  );
}
