import { adopt } from "./thenable.ts";

declare function setTimeout(run: () => void, ms: number): unknown;
declare function queueMicrotask(run: () => void): void;
declare function clearTimeout(timer: unknown): void;

// Node has the first; the second is there where it was asked for, as with --expose-gc.
const platform: { readonly setImmediate?: (run: () => void) => void; readonly gc?: () => void } = globalThis as object;

/** What a promise came to within a time, in ms. */
export type Settled =
  | { readonly kind: "fulfilled"; readonly value: unknown }
  | { readonly kind: "rejected"; readonly reason: unknown }
  | { readonly kind: "unsettled" };

/**
 * Waits for what a call gives, no longer than that many ms. Never rejects, and leaves no rejection unhandled, however
 * late it comes.
 *
 * @param look looks around at the very moment when it settles
 * @param late is called with the value that comes after that time
 */
export function settle<View>(
  call: () => unknown,
  ms: number,
  look: () => View,
  late: (value: unknown) => void = () => undefined,
): Promise<readonly [Settled, View]> {
  return new Promise((resolve) => {
    let isOpen = true;
    const end = (settled: Settled) => {
      if (!isOpen) return;
      isOpen = false;
      clearTimeout(timer);
      resolve([settled, look()]);
    };
    const timer = setTimeout(() => end({ kind: "unsettled" }), ms);
    adopt(call, {
      fulfilled: (value) => (isOpen ? end({ kind: "fulfilled", value }) : late(value)),
      rejected: (reason) => end({ kind: "rejected", reason }),
      // A chain of thenables without an end ends with the wait for it.
      later: (run) => isOpen && setTimeout(run, 0),
    });
  });
}

/** A time that runs out. */
export interface TimeLimit {
  /** How much is left, in ms: 0 when it has run out. */
  left(): number;
}

/** The time, in ms since the epoch. */
export function now(): number {
  return Date.now();
}

/** A time of so many ms, from now on. */
export function timeLimitOf(ms: number): TimeLimit {
  const end = now() + ms;
  return { left: () => Math.max(0, end - now()) };
}

/** Lets the tasks that are already queued run, or all of the next `ms`. */
export function pause(ms: number): Promise<void> {
  const { setImmediate } = platform;
  return new Promise((resolve) => {
    if (ms === 0 && setImmediate !== undefined) setImmediate(resolve);
    else setTimeout(resolve, ms);
  });
}

/** Runs it once the reactions have run that are queued now. */
export function afterReactions(run: () => void): void {
  queueMicrotask(run);
}

/** Frees what was closed, where the platform lets it be asked for: some stacks count what is not collected yet. */
export function collectGarbage(): void {
  platform.gc?.();
}
