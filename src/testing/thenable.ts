import { memberOf } from "../oracle/evidence/plain-data.ts";

type Hear = (value: unknown) => void;

interface Ends {
  readonly fulfilled: Hear;
  readonly rejected: Hear;
  /** Runs it in a task of its own. */
  readonly later: (run: () => void) => unknown;
}

/**
 * Makes a call, and hears what it comes to, as an `await` would. A thenable may give another thenable, and so on without
 * end: now and then one of them is left to `later`, so that other tasks run.
 */
export function adopt(call: () => unknown, { fulfilled, rejected, later }: Ends): void {
  let value: unknown;
  try {
    value = call();
  } catch (reason) {
    // As if the call had given a promise that is rejected.
    Promise.resolve().then(() => rejected(reason));
    return;
  }
  unwrap(value, { fulfilled, rejected, later }, 0);
}

// So many thenables within one another are taken in one go.
const atOnce = 100;

function unwrap(value: unknown, ends: Ends, depth: number): void {
  const { fulfilled, rejected, later } = ends;
  let then: unknown;
  try {
    then = canHaveMembers(value) ? (value as { readonly then?: unknown }).then : undefined;
  } catch (reason) {
    rejected(reason);
    return;
  }
  if (typeof then !== "function") {
    Promise.resolve().then(() => fulfilled(value));
    return;
  }
  if (then === Promise.prototype.then) {
    new Promise((resolve) => resolve(value)).then(fulfilled, rejected);
    return;
  }
  let isOpen = true;
  const first = (hear: Hear) => (result: unknown) => {
    if (!isOpen) return;
    isOpen = false;
    hear(result);
  };
  const goOn = (next: unknown) => {
    const deeper = () => unwrap(next, ends, depth + 1);
    if (depth % atOnce === atOnce - 1) later(deeper);
    else deeper();
  };
  const refuse = first(rejected);
  try {
    quieted(Reflect.apply(then, value, [first(goOn), refuse]));
  } catch (reason) {
    refuse(reason);
  }
}

function canHaveMembers(value: unknown): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** The value itself; where it is a promise, its rejection is not unhandled any more. */
export function quieted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || noPromises.has(value)) return value;
  try {
    // No method of the value's own is called.
    Promise.prototype.then.call(value as Promise<unknown>, undefined, () => undefined);
  } catch {
    // Whatever it is, it is no promise. The exception costs more than everything else that is done with a value.
    noPromises.add(value);
  }
  return value;
}

const noPromises = new WeakSet<object>();

/** An object with these members of the value's, each read once; a value that is no object as it is. */
export function membersIn(value: unknown, names: readonly string[]): unknown {
  return canHaveMembers(value)
    ? Object.fromEntries(names.map((name) => [name, quieted(memberOf(value, name))]))
    : value;
}
