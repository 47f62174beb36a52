import { type Participant, participants, type Sequence } from "./sequence.ts";

/** Where the participants stand and how wide the picture is, in pixels. */
export interface Columns {
  readonly at: Readonly<Record<Participant, number>>;
  readonly width: number;
}

/** The width of the box with a participant's name. */
export const headWidth = 170;

// That of a wide font, which a reader may have in place of Helvetica.
const characterWidth = 7.6;
const margin = 24;

/** The width that a text needs. */
export function widthOf(text: string): number {
  return Math.ceil(text.length * characterWidth);
}

/** Places the participants as far apart as their names and the texts between them need. */
export function columnsOf({ title, lines }: Sequence): Columns {
  const at: Record<Participant, number> = { app: 0, pc: 0, jsep: 0, transports: 0 };
  const placed: Participant[] = [];
  for (const name of Object.keys(participants) as Participant[]) {
    const previous = placed.at(-1);
    const afterName = previous === undefined ? headWidth / 2 + margin : at[previous] + headWidth + margin;
    const afterTexts = lines.map((line) => ("note" in line ? noteAt(line, name) : messageTo(line, name)));
    at[name] = Math.max(afterName, ...afterTexts);
    placed.push(name);
  }
  // A note may reach over its neighbours' lines, but not over the edge on the left; a message keeps clear of both ends.
  function noteAt(line: { at: Participant; note: string }, name: Participant): number {
    return line.at === name ? widthOf(line.note) / 2 + 2 * margin : 0;
  }
  function messageTo({ from, to, text }: { from: Participant; to: Participant; text: string }, name: Participant) {
    const other = from === name ? to : from;
    return (from === name || to === name) && placed.includes(other) ? at[other] + widthOf(text) + 2 * margin : 0;
  }
  return { at, width: Math.max(at.transports + headWidth / 2 + margin, widthOf(title) * 1.25 + 2 * margin) };
}
