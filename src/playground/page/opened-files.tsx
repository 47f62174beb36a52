import type { TargetedEvent } from "preact";
import { printable } from "../../report/words.ts";
import type { OpenedTrace } from "../trace/opened-trace.ts";

/** Where files are chosen. Dropping works anywhere in the page. */
export function OpenTrace({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const choose = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    onFiles([...(currentTarget.files ?? [])]);
    currentTarget.value = "";
  };
  return (
    <label
      class="open"
      title="What explore --save, replay and observe write, and dumps of browsers. Or drop a file anywhere."
    >
      <span>Open a trace …</span>
      <input type="file" multiple onChange={choose} />
    </label>
  );
}

/** What can be looked at: the schedule, and the traces that were opened. */
export function OpenedFiles({
  traces,
  chosen,
  onChoose,
}: {
  readonly traces: readonly OpenedTrace[];
  /** Null for the schedule. */
  readonly chosen: number | null;
  readonly onChoose: (chosen: number | null) => void;
}) {
  if (traces.length === 0) return null;
  return (
    <nav class="reports" aria-label="Schedule and traces">
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        Schedule
      </button>
      {traces.map(({ file }, index) => (
        <button key={index} type="button" aria-pressed={chosen === index} onClick={() => onChoose(index)}>
          {printable(file)}
        </button>
      ))}
    </nav>
  );
}
