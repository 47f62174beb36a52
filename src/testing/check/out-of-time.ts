import { type Settled, settle, type TimeLimit } from "../timing.ts";

/** The time was up while something was under way: thrown within a search, and caught there. */
export class OutOfTime {
  /** What was waited for. */
  readonly waitingFor: string;

  constructor(waitingFor: string) {
    this.waitingFor = waitingFor;
  }
}

/** What says that the time is up; null where the value says anything else, even where no touch of it is allowed. */
export function outOfTimeIn(thrown: unknown): OutOfTime | null {
  try {
    return thrown instanceof OutOfTime ? thrown : null;
  } catch {
    return null;
  }
}

/** A time limit, and what a call may take at most, both in ms. */
export interface Patience {
  readonly limit: TimeLimit;
  readonly settleTimeout: number;
}

/**
 * Waits for what a call gives: no longer than its own time, nor than all of the search may take.
 *
 * @param name what is waited for, in words
 * @param look looks around at the very moment when it settles
 * @throws OutOfTime where the search's time is up first
 */
export async function settleWithin<View>(
  { limit, settleTimeout }: Patience,
  name: string,
  call: () => unknown,
  look: () => View,
): Promise<readonly [Settled, View]> {
  const left = limit.left();
  if (left === 0) throw new OutOfTime(name);
  const settled = await settle(call, Math.min(settleTimeout, left), look);
  if (settled[0].kind === "unsettled" && left < settleTimeout) throw new OutOfTime(name);
  return settled;
}

/**
 * Waits for what a function of the caller's gives, as long as the search may take.
 *
 * @param late is called with what comes after that
 * @throws OutOfTime where the time is up first; else what the function throws
 */
export async function resultWithin(
  limit: TimeLimit,
  name: string,
  call: () => unknown,
  late?: (value: unknown) => void,
): Promise<unknown> {
  const left = limit.left();
  if (left === 0) throw new OutOfTime(name);
  const [settled] = await settle(call, left, () => null, late);
  if (settled.kind === "rejected") throw settled.reason;
  if (settled.kind === "unsettled") throw new OutOfTime(name);
  return settled.value;
}
