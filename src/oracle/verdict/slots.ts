import { makeDescription, makeSession, type Session } from "../../session/session.ts";
import { type Description, type SlotName, slotNames } from "../../signaling/description.ts";
import type { ObservedSlots } from "../evidence/trace-event.ts";

/** A slot that does not hold what it must. */
export interface SlotDifference {
  readonly slot: SlotName;
  readonly expected: string;
  readonly observed: string;
}

/** How the slots seen differ from the session's: in what type of description they hold, or else in its SDP. */
export function slotDifferences(
  session: Session,
  slots: ObservedSlots,
): { readonly wrong: readonly SlotDifference[]; readonly changed: readonly SlotDifference[] } {
  const wrong: SlotDifference[] = [];
  const changed: SlotDifference[] = [];
  for (const slot of slotNames) {
    const observed = slots[slot];
    const expected = session[slot];
    if (observed === undefined) continue;
    if (observed?.type !== expected?.type) {
      wrong.push({ slot, expected: expected?.type ?? "null", observed: observed?.type ?? "null" });
    } else if (observed !== null && expected !== null) {
      const lines = firstDifferentLine(expected.sdp, observed.sdp);
      if (lines !== null) changed.push({ slot, ...lines });
    }
  }
  return { wrong, changed };
}

/** The session with its slots as they were seen, where that differs. */
export function withSlots(session: Session, slots: ObservedSlots): Session {
  const { wrong, changed } = slotDifferences(session, slots);
  const unseen = slotNames.filter((slot) => session[slot]?.sdp === "" && slots[slot]).map((slot) => ({ slot }));
  const differing = [...wrong, ...changed, ...unseen].map(({ slot }) => [slot, copyOf(slots[slot] ?? null)]);
  return differing.length === 0 ? session : makeSession({ ...session, ...Object.fromEntries(differing) });
}

function copyOf(description: Description | null): Description | null {
  return description === null ? null : makeDescription(description.type, description.sdp);
}

// A live peer connection adds candidates to its descriptions, and with them addresses and ports.
const notCompared = /^a=(?:candidate:|end-of-candidates|rtcp:)/;

interface ComparedLine {
  readonly number: number;
  readonly text: string;
}

function comparedLines(sdp: string): ComparedLine[] {
  return sdp
    .split("\n")
    .map((line, index) => ({ number: index + 1, text: line.replace(/^c=.*/, "c=").replace(/^(m=\S+) \d+/, "$1") }))
    .filter(({ text }) => !notCompared.test(text));
}

// Named by number and kind only: its value may be a password. SDP that was never seen is "", and compares with any.
function firstDifferentLine(expected: string, observed: string): { expected: string; observed: string } | null {
  if (expected === observed || expected === "") return null;
  const [wanted, got] = [comparedLines(expected), comparedLines(observed)];
  const index = Array.from({ length: Math.max(wanted.length, got.length) }).findIndex(
    (_, place) => wanted[place]?.text !== got[place]?.text,
  );
  if (index < 0) return null;
  const [line, other] = [nameOf(wanted[index]), nameOf(got[index])];
  return { expected: line, observed: line === other ? `${other} with another value` : other };
}

function nameOf(line: ComparedLine | undefined): string {
  if (line === undefined) return "no further line";
  const name = /^(?:a=[\w-]+|[a-z]=)/.exec(line.text)?.[0] ?? "";
  return `line ${line.number}${name === "" ? "" : ` (${name}…)`}`;
}
