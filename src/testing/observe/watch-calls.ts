import { descriptionOf, errorOf } from "../../oracle/evidence/plain-data.ts";
import { recordedArgument } from "../../oracle/evidence/recorded-argument.ts";
import type { CallName, ObservedError } from "../../oracle/evidence/trace-event.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";

/** What is told of a peer connection's calls, each by its number from 0. */
export interface CallEvents {
  called(call: { readonly call: CallName; readonly id: number; readonly description: unknown }): void;
  settled(settlement: Settlement): void;
}

interface Settlement {
  readonly call: CallName;
  readonly id: number;
  readonly outcome: "applied" | "rejected";
  readonly message: string | null;
  readonly error: ObservedError | null;
  readonly description: { readonly type: string; readonly sdp: string } | null;
}

// Where the deprecated forms have their callbacks: success, then failure.
const callbackPlaces: Readonly<Record<CallName, number>> = {
  createOffer: 0,
  createAnswer: 0,
  setLocalDescription: 1,
  setRemoteDescription: 1,
  close: Number.POSITIVE_INFINITY,
};

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Tells the calls of a peer connection, until the function that it returns is called: then it is as it was. */
export function watchCalls(pc: PeerConnectionLike, events: CallEvents): () => void {
  const watch = { calls: 0, nested: false, ended: false };
  const restorers: (() => void)[] = [];
  const end = () => {
    watch.ended = true;
    for (const restore of restorers) restore();
  };
  const watched = (name: CallName, original: Method): Method =>
    function (this: unknown, ...args) {
      // What a method calls itself is its own affair, and so are the calls of another object.
      if (watch.ended || watch.nested || this !== pc) return Reflect.apply(original, this, args);
      const id = watch.calls++;
      events.called({ call: name, id, description: name.startsWith("set") ? recordedArgument(args[0]) : undefined });
      const told = settlements(name, id, events, () => watch.ended);
      watch.nested = true;
      try {
        return run((given) => Reflect.apply(original, this, given), args, callbackPlaces[name], told);
      } finally {
        watch.nested = false;
      }
    };
  try {
    for (const name of Object.keys(callbackPlaces) as CallName[]) {
      const original: unknown = pc[name];
      if (typeof original !== "function") continue;
      restorers.push(replaceMethod(pc, name, watched(name, original as Method)));
    }
  } catch (error) {
    end();
    throw error;
  }
  return end;
}

interface Settlements {
  succeeded(value: unknown): void;
  failed(reason: unknown): void;
}

function settlements(call: CallName, id: number, events: CallEvents, ended: () => boolean): Settlements {
  const settled = (settlement: Omit<Settlement, "call" | "id">) => {
    if (!ended()) events.settled({ call, id, ...settlement });
  };
  return {
    succeeded(value) {
      const description = call.startsWith("create") ? descriptionOf(value) : null;
      settled({ outcome: "applied", message: null, error: null, description });
    },
    failed(reason) {
      const error = errorOf(reason);
      settled({ outcome: "rejected", message: error.message ?? null, error, description: null });
    },
  };
}

function run(
  method: (args: unknown[]) => unknown,
  args: unknown[],
  place: number,
  { succeeded, failed }: Settlements,
): unknown {
  if (typeof args[place] === "function") {
    return method(args.map((arg, index) => watchedCallback(arg, index - place, { succeeded, failed })));
  }
  let result: unknown;
  try {
    result = method(args);
  } catch (error) {
    failed(error);
    throw error;
  }
  if (!isThenable(result)) {
    succeeded(result);
    return result;
  }
  // A promise derived from it, so that a rejection is unhandled exactly where the caller leaves it so.
  return result.then(
    (value) => {
      succeeded(value);
      return value;
    },
    (reason) => {
      failed(reason);
      throw reason;
    },
  );
}

function watchedCallback(callback: unknown, place: number, { succeeded, failed }: Settlements): unknown {
  const tell = [succeeded, failed][place];
  if (typeof callback !== "function" || tell === undefined) return callback;
  return function (this: unknown, ...args: unknown[]) {
    tell(args[0]);
    return Reflect.apply(callback, this, args);
  };
}

function isThenable(value: unknown): value is Promise<unknown> {
  return typeof Object(value).then === "function";
}

// A property of the object's own, which hides its class's method; gives what takes it away again.
function replaceMethod(pc: object, name: string, method: Method): () => void {
  const before = Object.getOwnPropertyDescriptor(pc, name);
  const enumerable = before?.enumerable ?? false;
  Object.defineProperty(pc, name, { value: method, configurable: true, writable: true, enumerable });
  return () => {
    // Another's wrapper around this one stays.
    if (Reflect.get(pc, name) !== method) return;
    if (before === undefined) Reflect.deleteProperty(pc, name);
    else Object.defineProperty(pc, name, before);
  };
}
