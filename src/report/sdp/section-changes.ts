import { type SdpSection, sdpSections } from "./sdp-sections.ts";

/** A line of SDP, and whether the SDP before had it. */
export interface ChangedLine {
  readonly change: "same" | "added" | "removed";
  readonly text: string;
}

/** A section of SDP beside the section of that index in the SDP before. */
export interface SectionChanges {
  readonly title: string;
  readonly lines: readonly ChangedLine[];
  readonly added: number;
  readonly removed: number;
}

/**
 * Compares SDP, section by section, with that before it. A line that has moved counts as removed and added. The cost
 * grows with the number of lines alone.
 *
 * @param before the SDP before; null where there was none: then nothing counts as added
 */
export function sectionChanges(before: string | null, sdp: string): readonly SectionChanges[] {
  const sections = sdpSections(sdp);
  if (before === null) return sections.map(unchanged);
  const olds = sdpSections(before);
  const gone = olds.slice(sections.length).map(({ title, lines }) => changesOf(title, lines, []));
  return [...sections.map(({ title, lines }, index) => changesOf(title, olds[index]?.lines ?? [], lines)), ...gone];
}

function unchanged({ title, lines }: SdpSection): SectionChanges {
  return { title, lines: lines.map((text) => ({ change: "same", text })), added: 0, removed: 0 };
}

function changesOf(title: string, before: readonly string[], after: readonly string[]): SectionChanges {
  const lines = comparedWith(before, after);
  const count = (change: ChangedLine["change"]) => lines.filter((line) => line.change === change).length;
  return { title, lines, added: count("added"), removed: count("removed") };
}

// Walks along both at once: a line that the rest of the other does not hold is left first.
function comparedWith(before: readonly string[], after: readonly string[]): readonly ChangedLine[] {
  const lines: ChangedLine[] = [];
  const [restBefore, restAfter] = [counts(before), counts(after)];
  let [old, next] = [0, 0];
  const leave = (change: "added" | "removed", text: string) => {
    lines.push({ change, text });
    take(change === "removed" ? restBefore : restAfter, text);
    if (change === "removed") old += 1;
    else next += 1;
  };
  while (old < before.length || next < after.length) {
    const [oldLine, newLine] = [before[old], after[next]];
    if (oldLine === newLine && oldLine !== undefined) {
      lines.push({ change: "same", text: oldLine });
      take(restBefore, oldLine);
      take(restAfter, oldLine);
      old += 1;
      next += 1;
    } else if (oldLine !== undefined && (newLine === undefined || !restAfter.has(oldLine))) leave("removed", oldLine);
    else if (newLine !== undefined && (oldLine === undefined || !restBefore.has(newLine))) leave("added", newLine);
    else if (oldLine !== undefined) leave("removed", oldLine);
  }
  return lines;
}

function counts(lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of lines) found.set(line, (found.get(line) ?? 0) + 1);
  return found;
}

function take(rest: Map<string, number>, line: string): void {
  const left = (rest.get(line) ?? 0) - 1;
  if (left > 0) rest.set(line, left);
  else rest.delete(line);
}
