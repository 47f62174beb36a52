import { replacedMethod } from "./replaced-method.ts";

/** Hears, once, what a call came to. */
export interface SettlementListener {
  fulfilled(value: unknown): void;
  rejected(reason: unknown): void;
}

/**
 * Makes a call, and lets a listener hear what it came to; gives what the call gave. A promise is followed by one derived
 * from it, so that a rejection is unhandled exactly where the caller leaves it so. A thenable of another kind is given
 * as it is: what it comes to is heard when its caller asks for it, since asking may be what starts it.
 *
 * In the deprecated form the callbacks say what came of it, and the promise resolves always; but where Web IDL refuses an
 * argument, the promise is rejected and no callback is called.
 *
 * @param method makes the call with the arguments that it is given
 * @param place where the deprecated form has its callbacks among the arguments
 * @param waiting is given what leaves a thenable as it was, which its caller has not asked yet
 * @see https://w3c.github.io/webrtc-pc/#legacy-interface-extensions
 */
export function settledWith(
  method: (args: readonly unknown[]) => unknown,
  args: readonly unknown[],
  place: number,
  listener: SettlementListener,
  waiting: (restore: () => void) => void,
): unknown {
  const { fulfilled, rejected } = once(listener);
  const hasCallbacks = typeof args[place] === "function";
  const given = hasCallbacks ? args.map((arg, index) => followed(arg, [fulfilled, rejected][index - place])) : args;
  const resolved = (value: unknown) => {
    if (!hasCallbacks) fulfilled(value);
  };
  let result: unknown;
  try {
    result = method(given);
  } catch (error) {
    rejected(error);
    throw error;
  }
  if (isPromise(result)) return derived(result, { fulfilled: resolved, rejected });
  hearUnlessPromise(result, { fulfilled: resolved, rejected }, waiting);
  return result;
}

function derived(promise: Promise<unknown>, { fulfilled, rejected }: SettlementListener): Promise<unknown> {
  return promise.then(
    (value) => {
      fulfilled(value);
      return value;
    },
    (reason) => {
      rejected(reason);
      throw reason;
    },
  );
}

// As an `await` takes it: what has no `then` is the value itself, and a `then` that cannot be read is a rejection.
function hearUnlessPromise(
  result: unknown,
  listener: SettlementListener,
  waiting: (restore: () => void) => void,
): void {
  try {
    const then: unknown = Object(result).then;
    if (typeof then === "function") waiting(heardThen(result as object, then, listener));
    else listener.fulfilled(result);
  } catch (reason) {
    listener.rejected(reason);
  }
}

// Replaces the thenable's method until it is called for the first time; gives what puts it back before. A thenable that
// does not let itself be changed is not heard.
function heardThen(thenable: object, then: unknown, { fulfilled, rejected }: SettlementListener): () => void {
  function hearing(this: unknown, ...args: unknown[]) {
    restore();
    const [onFulfilled, onRejected, ...rest] = args;
    const heard = [followed(onFulfilled, fulfilled), followed(onRejected, rejected), ...rest];
    return Reflect.apply(then as () => unknown, this, heard.slice(0, args.length));
  }
  const restore = replacedMethod(thenable, "then", hearing);
  return restore;
}

function once(listener: SettlementListener): SettlementListener {
  let isOpen = true;
  const first = (hear: (value: unknown) => void) => (value: unknown) => {
    if (!isOpen) return;
    isOpen = false;
    hear(value);
  };
  return { fulfilled: first(listener.fulfilled), rejected: first(listener.rejected) };
}

function followed(callback: unknown, hear: ((value: unknown) => void) | undefined): unknown {
  if (typeof callback !== "function" || hear === undefined) return callback;
  return function (this: unknown, ...args: unknown[]) {
    hear(args[0]);
    return Reflect.apply(callback, this, args);
  };
}

// A promise of this platform, or of what has taken its place, as zone.js does.
function isPromise(value: unknown): value is Promise<unknown> {
  try {
    return value instanceof Promise && value.then === Promise.prototype.then;
  } catch {
    return false;
  }
}
