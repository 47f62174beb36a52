// Lets fake time pass until something has come to its end: no test waits.
import { vi } from "vitest";

const realTask = globalThis.setImmediate;

/** What a promise came to. */
export type Ended<Value> = { readonly value: Value } | { readonly reason: unknown } | "hangs";

/** Runs with fake timers, and lets up to so many ms pass, in steps; then says what the promise came to. */
export async function endOf<Value>(start: () => Promise<Value>, ms: number, step = 250): Promise<Ended<Value>> {
  vi.useFakeTimers();
  try {
    let ended: Ended<Value> = "hangs";
    start().then(
      (value) => {
        ended = { value };
      },
      (reason) => {
        ended = { reason };
      },
    );
    for (let passed = 0; ended === "hangs" && passed <= ms; passed += step) {
      await vi.advanceTimersByTimeAsync(step);
      // What a module is loaded with takes real tasks.
      await new Promise((resolve) => realTask(resolve));
    }
    return ended;
  } finally {
    // What comes late has all the time that it needs.
    await vi.advanceTimersByTimeAsync(10 * ms);
    vi.useRealTimers();
  }
}
