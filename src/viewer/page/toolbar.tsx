import type { DetailedReport } from "../../report/detailed-report.ts";
import { isProblem } from "../../report/verdict-words.ts";
import { printable } from "../../report/words.ts";
import type { Filter } from "./filter.ts";

// More lanes than these are hard to follow with the eye, and take the room of what is written.
function lanesToBegin(): number {
  return matchMedia("(min-width: 40rem)").matches ? 8 : 4;
}

/**
 * The connections that are shown at first: all, or, where they are many, those with problems and their other ends before
 * the others.
 */
export function connectionsToBegin({ connections, pairs }: DetailedReport): readonly number[] {
  const all = [...connections.keys()];
  const bad = new Set(all.filter((index) => connections[index]?.steps.some(isProblem)));
  const ends = pairs.map(({ from, to }) => [from.connection, to.connection]);
  const otherEnds = ends.filter((both) => both.some((end) => bad.has(end))).flat();
  const chosen = [...new Set([...bad, ...otherEnds, ...all])].slice(0, lanesToBegin());
  return chosen.sort((one, other) => one - other);
}

/** What is shown of a report. */
export function Toolbar({
  report,
  connections,
  setConnections,
  filter,
  setFilter,
}: {
  readonly report: DetailedReport;
  readonly connections: readonly number[];
  readonly setConnections: (connections: readonly number[]) => void;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}) {
  return (
    <search class="toolbar">
      <label>
        Find{" "}
        <input
          type="search"
          value={filter.text}
          placeholder="a call, a state, a line of SDP"
          onInput={({ currentTarget }) => setFilter({ ...filter, text: currentTarget.value })}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={filter.problemsOnly}
          onChange={({ currentTarget }) => setFilter({ ...filter, problemsOnly: currentTarget.checked })}
        />{" "}
        Problems only
      </label>
      {report.connections.length > 2 && (
        <details class="connections">
          <summary>
            {connections.length} of {report.connections.length} connections
          </summary>
          <fieldset>
            <legend>Connections</legend>
            {report.connections.slice(0, mostChoices).map(({ id, steps }, index) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={connections.includes(index)}
                  onChange={() => setConnections(toggled(connections, index))}
                />{" "}
                {printable(id)} <span class="quiet">({steps.length})</span>
              </label>
            ))}
          </fieldset>
        </details>
      )}
    </search>
  );
}

const mostChoices = 500;

function toggled(connections: readonly number[], index: number): readonly number[] {
  const others = connections.filter((other) => other !== index);
  return others.length < connections.length ? others : [...connections, index].sort((one, other) => one - other);
}
