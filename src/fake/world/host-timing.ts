/** The part of the host's timing that is used. */
interface Timing {
  readonly process?: { readonly versions?: { readonly node?: string }; nextTick(run: () => void): void };
  queueMicrotask(run: () => void): void;
  readonly setImmediate?: (run: () => void) => unknown;
  readonly MessageChannel?: new () => { readonly port1: Port; readonly port2: Port };
  setTimeout(run: () => void, ms?: number): unknown;
  clearTimeout(timer: unknown): void;
  readonly performance: { now(): number };
}

interface Port {
  onmessage: (() => void) | null;
  postMessage(value: unknown): void;
}

// Kept from the start, so that the timers which a test makes fake later are not those of the fake.
const { setImmediate, MessageChannel, setTimeout, clearTimeout, performance, queueMicrotask } =
  globalThis as unknown as Timing;
// What stands for it elsewhere, as in a bundle for browsers, runs later.
const { process } = globalThis as unknown as Timing;
const nextTick = process?.versions?.node === undefined ? null : process.nextTick;

/** Runs this in a turn of its own of the host's event loop, as soon as it can be. */
export const inTurn: (run: () => void) => void = setImmediate ?? throughMessages() ?? ((run) => void setTimeout(run));

/**
 * Goes on in the same turn once every microtask has run, and those that they have queued. Null where the host cannot: in
 * Node.js, Deno and Bun a tick that is asked for in a microtask runs when no other microtask is left.
 */
export const afterMicrotasks: ((run: () => void) => void) | null =
  nextTick === null ? null : (run) => queueMicrotask(() => nextTick(run));

/** The time in ms, with fractions. */
export const hostNow: () => number = performance.now.bind(performance);

/** Runs this after so many ms, without keeping a process of Node.js alive. The function that is returned takes it back. */
export function afterHostTime(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  (timer as { unref?: () => void }).unref?.();
  return () => clearTimeout(timer);
}

/** Once so many ms have passed. */
export function hostDelay(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}

// Timers of a page are slowed down; messages are not.
function throughMessages(): ((run: () => void) => void) | null {
  if (MessageChannel === undefined) return null;
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return (run) => {
    waiting.push(run);
    port2.postMessage(null);
  };
}
