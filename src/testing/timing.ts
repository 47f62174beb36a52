declare function setTimeout(run: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;

// Node has the first; the second is there where it was asked for, as with --expose-gc.
const platform: { readonly setImmediate?: (run: () => void) => void; readonly gc?: () => void } = globalThis as object;

/** What a promise came to within a time, in ms. */
export type Settled =
  | { readonly kind: "fulfilled"; readonly value: unknown }
  | { readonly kind: "rejected"; readonly reason: unknown }
  | { readonly kind: "unsettled" };

/**
 * Waits for what a call gives, no longer than that many ms. Never rejects.
 *
 * @param look looks around at the very moment when it settles
 */
export function settle<View>(call: () => unknown, ms: number, look: () => View): Promise<readonly [Settled, View]> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve([{ kind: "unsettled" }, look()]), ms);
    const end = (settled: Settled) => {
      clearTimeout(timer);
      resolve([settled, look()]);
    };
    // A call may throw before it gives a promise.
    new Promise((called) => called(call())).then(
      (value) => end({ kind: "fulfilled", value }),
      (reason) => end({ kind: "rejected", reason }),
    );
  });
}

/** Lets the tasks that are already queued run, or all of the next `ms`. */
export function pause(ms: number): Promise<void> {
  const { setImmediate } = platform;
  return new Promise((resolve) => {
    if (ms === 0 && setImmediate !== undefined) setImmediate(resolve);
    else setTimeout(resolve, ms);
  });
}

/** Frees what was closed, where the platform lets it be asked for: some stacks count what is not collected yet. */
export function collectGarbage(): void {
  platform.gc?.();
}
