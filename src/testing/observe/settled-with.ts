/** Hears, once, what a call came to. */
export interface SettlementListener {
  fulfilled(value: unknown): void;
  rejected(reason: unknown): void;
}

/**
 * Makes a call, and lets a listener hear what it came to; gives what the call gave. A promise is followed by one derived
 * from it, so that a rejection is unhandled exactly where the caller leaves it so.
 *
 * In the deprecated form the callbacks say what came of it, and the promise resolves always; but where Web IDL refuses an
 * argument, the promise is rejected and no callback is called.
 *
 * @param method makes the call with the arguments that it is given
 * @param place where the deprecated form has its callbacks among the arguments
 * @see https://w3c.github.io/webrtc-pc/#legacy-interface-extensions
 */
export function settledWith(
  method: (args: readonly unknown[]) => unknown,
  args: readonly unknown[],
  place: number,
  listener: SettlementListener,
): unknown {
  const { fulfilled, rejected } = once(listener);
  const hasCallbacks = typeof args[place] === "function";
  const given = hasCallbacks ? args.map((arg, index) => followed(arg, [fulfilled, rejected][index - place])) : args;
  const resolved = (value: unknown) => {
    if (!hasCallbacks) fulfilled(value);
    return value;
  };
  let result: unknown;
  try {
    result = method(given);
  } catch (error) {
    rejected(error);
    throw error;
  }
  if (!isThenable(result)) return resolved(result);
  return result.then(resolved, (reason) => {
    rejected(reason);
    throw reason;
  });
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

function isThenable(value: unknown): value is Promise<unknown> {
  return typeof Object(value).then === "function";
}
