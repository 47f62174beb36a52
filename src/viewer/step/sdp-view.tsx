import { type ComparedLine, type SectionChanges, sectionChanges } from "../../report/sdp/section-changes.ts";
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
        <Section key={index} section={section} />
      ))}
    </section>
  );
}

function Section({ section: { title, lines, added, removed } }: { readonly section: SectionChanges }) {
  const isChanged = added + removed > 0;
  return (
    <details open={isChanged}>
      <summary>
        <b>{printable(title)}</b> <span class="quiet">{counted(lines.length - removed, "line")}</span>
        {added > 0 && <span class="added">+{added}</span>}
        {removed > 0 && <span class="removed">−{removed}</span>}
      </summary>
      <pre>
        {lines.slice(0, mostLines).map((line, index) => (
          <Line key={index} line={line} />
        ))}
        {lines.length > mostLines && `… ${counted(lines.length - mostLines, "more line")}`}
      </pre>
    </details>
  );
}

// No section of a real call is as long.
const mostLines = 2000;

function Line({ line: { change, text } }: { readonly line: ComparedLine }) {
  const shown = `${marks[change]} ${printable(text)}\n`;
  if (change === "added") return <ins>{shown}</ins>;
  return change === "removed" ? <del>{shown}</del> : <span>{shown}</span>;
}

const marks: Readonly<Record<ComparedLine["change"], string>> = { same: " ", added: "+", removed: "−" };

function totalOf(sections: readonly SectionChanges[]): string {
  const [added, removed] = [sum(sections, "added"), sum(sections, "removed")];
  return added + removed === 0 ? "no difference" : `${counted(added, "line")} added, ${removed} removed`;
}

function sum(sections: readonly SectionChanges[], name: "added" | "removed"): number {
  return sections.reduce((total, section) => total + section[name], 0);
}
