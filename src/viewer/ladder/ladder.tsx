import type { ComponentChildren } from "preact";
import type { SignalingState } from "../../signaling/transition-table.ts";
import { ArrowLines } from "./arrow-lines.tsx";
import type { LadderRow, LaneEvent } from "./lanes.ts";

/** A ladder: a lane for each peer connection, a row for each event, and whatever stands in a row. */
export function Ladder<Event extends LaneEvent>({
  lanes,
  rows,
  timeOf,
  children,
}: {
  /** The names of the lanes. */
  readonly lanes: readonly string[];
  readonly rows: readonly LadderRow<Event>[];
  /** When an event happened, in words. */
  readonly timeOf: (event: Event) => string;
  readonly children: (event: Event) => ComponentChildren;
}) {
  return (
    <div class="ladder" data-columns={lanes.length <= mostColumns} style={{ "--lanes": lanes.length }}>
      <div class="lane-names" aria-hidden="true">
        {lanes.map((name, lane) => (
          <span key={name} class="lane-name" style={{ "--lane": lane }}>
            {name}
          </span>
        ))}
      </div>
      <ol class="rows">
        {rows.map((row) => (
          <li key={row.event.id} id={row.event.id} class="row" style={{ "--lane": row.event.lane }}>
            <span class="row-time" aria-hidden="true">
              {timeOf(row.event)}
            </span>
            <Rails row={row} />
            {children(row.event)}
          </li>
        ))}
      </ol>
    </div>
  );
}

// More lanes leave no room for a column each: then all that is written stands beside them.
const mostColumns = 3;

function Rails<Event extends LaneEvent>({ row: { event, above, below, arrows } }: { readonly row: LadderRow<Event> }) {
  return (
    <div class="rails" aria-hidden="true">
      {above.map((state, lane) => (
        <Rail key={lane} lane={lane} above={state} below={below[lane] ?? state} />
      ))}
      {arrows.map((arrow) => (
        <ArrowLines key={`${arrow.part} ${arrow.from} ${arrow.to} ${arrow.track}`} arrow={arrow} />
      ))}
      <span class="dot" data-state={below[event.lane]} style={{ "--lane": event.lane }} />
    </div>
  );
}

function Rail({ lane, above, below }: { lane: number; above: SignalingState; below: SignalingState }) {
  const style = { "--lane": lane };
  if (above === below) return <span class="rail" data-state={above} style={style} />;
  return (
    <>
      <span class="rail above" data-state={above} style={style} />
      <span class="rail below" data-state={below} style={style} />
    </>
  );
}
