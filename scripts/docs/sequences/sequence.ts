/** Who takes part, from left to right. */
export const participants = {
  app: "Application",
  pc: "Your peer connection",
  jsep: "jsep-machine",
  transports: "Your transports",
} as const;

export type Participant = keyof typeof participants;

/** One line of a sequence diagram: a message, an answer to one (dashed), or a note at a participant. */
export type Line =
  | { readonly from: Participant; readonly to: Participant; readonly text: string; readonly answer: boolean }
  | { readonly at: Participant; readonly note: string };

/** A sequence diagram: read by mermaid.ts and svg.ts, and compared with a run of the guide's class by a spec. */
export interface Sequence {
  /** The picture is docs/sequence-NAME.svg. */
  readonly name: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

/** The lines of a diagram, one a row: `app -> pc: text`, with `-->` for an answer, or `pc: note`. */
export function linesOf(text: string): Line[] {
  return text
    .trim()
    .split("\n")
    .map((row) => lineOf(row.trim()));
}

function lineOf(row: string): Line {
  const [, from, arrow, to, text] = /^(\w+)(?: (--?>) (\w+))?: (.+)$/.exec(row) ?? [];
  if (!isParticipant(from) || text === undefined) throw new Error(`Not a line of a sequence diagram: ${row}`);
  if (arrow === undefined) return { at: from, note: text };
  if (!isParticipant(to)) throw new Error(`Not a participant: ${to}`);
  return { from, to, text, answer: arrow === "-->" };
}

function isParticipant(name: string | undefined): name is Participant {
  return name !== undefined && Object.hasOwn(participants, name);
}
