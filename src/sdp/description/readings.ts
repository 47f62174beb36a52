import type { ReadingOptions } from "../text/reader.ts";
import type { Sdp } from "./description.ts";

interface Reading {
  readonly text: string;
  readonly sdp: Sdp;
}

/**
 * The latest descriptions that were read without a fault. Two peers of one process set the same texts, and each of them
 * reads them again for every step of the exchange.
 */
export class Readings {
  latest: readonly Reading[] = [];
  /** Whether a description is acceptable, so that it need not be judged; `judged` is that, and what it is judged against. */
  readonly vouchFor: (judged: object) => boolean;

  constructor(vouchFor: (judged: object) => boolean = () => false) {
    this.vouchFor = vouchFor;
  }
}

/** An offer and an answer of the exchange that is under way, and those of the last one, which it goes on with. */
const rememberedCount = 4;

/** In UTF-16 code units. What is longer is not kept alive. */
const rememberedLength = 65_536;

let current: Readings | null = null;

/** Runs this with readings that are used again: what it gives does not depend on them. */
export function withReadings<Value>(readings: Readings, run: () => Value): Value {
  const outer = current;
  current = readings;
  try {
    return run();
  } finally {
    current = outer;
  }
}

/** What a text was read as, whatever is tolerated; null where that is not known, or a listener is to hear of it. */
export function knownReading(text: unknown, { maxSdpLength, listener }: ReadingOptions): Sdp | null {
  if (current === null || listener !== null) return null;
  const known = current.latest.find((reading) => reading.text === text);
  return known === undefined || known.text.length > maxSdpLength ? null : known.sdp;
}

/** Remembers a reading, if nothing was tolerated. */
export function noteReading(text: unknown, { tolerate }: ReadingOptions, sdp: Sdp): void {
  if (current === null || typeof text !== "string" || text.length > rememberedLength || tolerate.size > 0) return;
  current.latest = [{ text, sdp }, ...current.latest].slice(0, rememberedCount);
}

/** Whether a description is known to be acceptable. */
export function isVouchedFor(judged: object): boolean {
  return current?.vouchFor(judged) ?? false;
}
