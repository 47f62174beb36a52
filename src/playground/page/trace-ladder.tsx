import { useMemo } from "preact/hooks";
import { peerNames } from "../../exploration/world.ts";
import { printable } from "../../report/words.ts";
import { Ladder } from "../../viewer/ladder/ladder.tsx";
import { type LaneEvent, ladderRows } from "../../viewer/ladder/lanes.ts";
import type { OpenedTrace, TracedStep } from "../trace/opened-trace.ts";
import type { ShownPair } from "../trace/shown-pair.ts";
import { ReferenceLink } from "./reference-link.tsx";

interface TracedEvent extends LaneEvent {
  readonly index: number;
  readonly step: TracedStep;
}

// Around the present step: more would make a long call slow.
const stepsAround = 100;

/** The steps of a trace around the present one: each leads to its place. */
export function TraceLadder({
  trace,
  pair,
  at,
  onMove,
}: {
  readonly trace: OpenedTrace;
  readonly pair: ShownPair;
  readonly at: number;
  readonly onMove: (at: number) => void;
}) {
  const rows = useMemo(() => {
    const { steps, connections, messages } = pair;
    const events = steps.map((step, index): TracedEvent => {
      const { connection, signalingState } = step;
      return { lane: connections.indexOf(connection), time: index, id: `step-${index}`, signalingState, index, step };
    });
    const arrived = messages.flatMap(({ from, to }) =>
      to === null ? [] : [{ from: `step-${from}`, to: `step-${to}` }],
    );
    return ladderRows(2, events, arrived);
  }, [pair]);
  const from = Math.max(0, at - stepsAround);
  const shown = rows.slice(from, at + stepsAround);
  const hidden = rows.length - shown.length;
  return (
    <section class="timeline" aria-label="Trace">
      <h2>{printable(trace.file)}</h2>
      {hidden > 0 && <p class="quiet">{hidden} steps further away are not shown.</p>}
      <Ladder lanes={["a", "b"]} rows={shown} timeOf={({ index }) => `${index + 1}`}>
        {({ index, step }) => (
          <div
            class="card"
            data-future={at <= index}
            data-here={at === index + 1}
            data-verdict={step.isProblem ? "illegal-call" : ""}
          >
            <button
              type="button"
              class="head"
              data-group={index}
              aria-current={at === index + 1 ? "step" : undefined}
              onClick={() => onMove(index + 1)}
            >
              <code class="call">{tracedTitle(pair, step)}</code>
            </button>
            <TracedLines step={step} />
          </div>
        )}
      </Ladder>
    </section>
  );
}

/** What came of a step of a trace. */
export function TracedLines({ step: { lines } }: { readonly step: TracedStep }) {
  if (lines.length === 0) return null;
  return (
    <ul class="lines">
      {lines.map(({ kind, text, reference }, index) => (
        <li key={index} data-kind={kind}>
          {printable(text)} {reference !== null && <ReferenceLink reference={reference} />}
        </li>
      ))}
    </ul>
  );
}

/** A step in a line, with the name of its peer. */
export function tracedTitle({ connections }: ShownPair, { connection, what }: TracedStep): string {
  return `${peerNames[connections.indexOf(connection)] ?? ""}: ${printable(what)}`;
}
