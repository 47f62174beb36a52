import { type DescriptionSlots, type SlotName, slotNames } from "../../signaling/description.ts";
import type { ObservedSlots } from "./plain-data.ts";

/** A slot that does not hold what it should: in words that repeat no value of its SDP, which may be a password. */
export interface SlotDifference {
  readonly slot: SlotName;
  readonly expected: string;
  readonly observed: string;
}

/** How slots differ: in the type of what they hold, or else in its SDP. */
export interface SlotDifferences {
  readonly wrong: readonly SlotDifference[];
  readonly changed: readonly SlotDifference[];
}

/**
 * Compares slots as they were seen with those that are expected; a slot that was not looked at is not compared.
 *
 * @param unseenSdp the expected slots whose SDP is not known: any SDP will do
 */
export function slotDifferences(
  expected: DescriptionSlots,
  unseenSdp: readonly SlotName[],
  observed: ObservedSlots,
): SlotDifferences {
  const wrong: SlotDifference[] = [];
  const changed: SlotDifference[] = [];
  for (const slot of slotNames) {
    const [wanted, found] = [expected[slot], observed[slot]];
    if (found === undefined) continue;
    if (found?.type !== wanted?.type) {
      wrong.push({ slot, expected: wanted?.type ?? "null", observed: found?.type ?? "null" });
    } else if (found !== null && wanted !== null && !unseenSdp.includes(slot)) {
      const lines = firstDifferentLine(wanted.sdp, found.sdp);
      if (lines !== null) changed.push({ slot, ...lines });
    }
  }
  return { wrong, changed };
}

// A live peer connection adds candidates to its descriptions, and with them addresses and ports.
const notCompared = /^a=(?:candidate:|end-of-candidates|rtcp:)/;

/** Are two descriptions the same but for what gathering changes? */
export function sameButForGathering(one: string, other: string): boolean {
  return firstDifferentLine(one, other) === null;
}

interface ComparedLine {
  readonly number: number;
  readonly text: string;
}

/** The lines of a description that are compared, each with its number and without what gathering changes. */
export function comparedLines(sdp: string): ComparedLine[] {
  return sdp
    .split("\n")
    .map((line, index) => ({ number: index + 1, text: line.replace(/^c=.*/, "c=").replace(/^(m=\S+) \d+/, "$1") }))
    .filter(({ text }) => !notCompared.test(text));
}

function firstDifferentLine(expected: string, observed: string): { expected: string; observed: string } | null {
  if (expected === observed) return null;
  const [wanted, found] = [comparedLines(expected), comparedLines(observed)];
  const index = Array.from({ length: Math.max(wanted.length, found.length) }).findIndex(
    (_, place) => wanted[place]?.text !== found[place]?.text,
  );
  if (index < 0) return null;
  const [line, other] = [lineName(wanted[index]), lineName(found[index])];
  return { expected: line, observed: line === other ? `${other} with another value` : other };
}

function lineName(line: ComparedLine | undefined): string {
  if (line === undefined) return "no further line";
  const name = /^(?:a=[\w-]{1,40}|[a-z]=)/.exec(line.text)?.[0] ?? "";
  return `line ${line.number}${name === "" ? "" : ` (${name}…)`}`;
}
