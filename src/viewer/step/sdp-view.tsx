import { type LineRun, lineRuns } from "../../report/sdp/line-runs.ts";
import { type ChangedLine, type SectionChanges, sectionChanges } from "../../report/sdp/section-changes.ts";
import { counted, printable } from "../../report/words.ts";

/** SDP, folded by section, with the differences to the SDP before it. */
export function SdpView({
  sdp,
  before,
  call,
}: {
  readonly sdp: string | null;
  readonly before: string | null;
  /** The call that both were set with. */
  readonly call: string;
}) {
  if (sdp === null) return <p class="quiet">No SDP: the call had none, or the dump does not hold it.</p>;
  const sections = sectionChanges(before, sdp);
  return (
    <section class="sdp" aria-label="SDP">
      <p class="quiet">
        {before === null
          ? `The first SDP that ${call} set here.`
          : `Compared with the SDP that ${call} set before: ${totalOf(sections)}.`}
      </p>
      {sections.map((section, index) => (
        <FoldedSection key={index} section={section} />
      ))}
    </section>
  );
}

function FoldedSection({ section: { title, lines, added, removed } }: { readonly section: SectionChanges }) {
  const isChanged = added + removed > 0;
  return (
    <details open={isChanged}>
      <summary>
        <b>{printable(title)}</b> <span class="quiet">{counted(lines.length - removed, "line")}</span>
        {added > 0 && <span class="added">+{added}</span>}
        {removed > 0 && <span class="removed">−{removed}</span>}
      </summary>
      <pre>
        {lineRuns(lines.slice(0, mostLines)).map((run, index) => (
          <Run key={index} run={run} />
        ))}
        {lines.length > mostLines && `… ${counted(lines.length - mostLines, "more line")}`}
      </pre>
    </details>
  );
}

// No section of a real call is as long.
const mostLines = 2000;

function Run({ run: { isFolded, lines } }: { readonly run: LineRun }) {
  const shown = lines.map((line, index) => <SdpLine key={index} line={line} />);
  if (!isFolded) return shown;
  return (
    <details class="same">
      <summary>{counted(lines.length, "line")} as before</summary>
      {shown}
    </details>
  );
}

function SdpLine({ line: { change, text } }: { readonly line: ChangedLine }) {
  const shown = `${marks[change]} ${printable(text)}\n`;
  if (change === "added") return <ins>{shown}</ins>;
  return change === "removed" ? <del>{shown}</del> : <span>{shown}</span>;
}

const marks: Readonly<Record<ChangedLine["change"], string>> = { same: " ", added: "+", removed: "−" };

function totalOf(sections: readonly SectionChanges[]): string {
  const [added, removed] = [sum(sections, "added"), sum(sections, "removed")];
  return added + removed === 0 ? "no difference" : `${counted(added, "line")} added, ${removed} removed`;
}

function sum(sections: readonly SectionChanges[], name: "added" | "removed"): number {
  return sections.reduce((total, section) => total + section[name], 0);
}
