import type { Side } from "../../signaling/transition-table.ts";
import type { SettledCall } from "../evidence/settled-call.ts";
import { sideOf } from "../evidence/trace-event.ts";
import type { Expectation } from "../expected/expectation.ts";
import type { KnownSession } from "../expected/known-session.ts";
import type { KnownDeviation } from "./known-deviation.ts";

/** A settled call beside what must come of it: all that a judgement rests on. */
export interface Comparison {
  readonly before: KnownSession;
  readonly expectation: Expectation;
  readonly settled: SettledCall;
  /** Did close() overtake the call? Then it must never settle, unless it was refused before. */
  readonly overtaken: boolean;
  readonly knownDeviations: readonly KnownDeviation[];
}

/** The side that the call sets a description on; null where it sets none. */
export function sideIn({ settled }: Comparison): Side | null {
  return sideOf(settled.call);
}
