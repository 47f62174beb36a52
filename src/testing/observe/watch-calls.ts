import { recordedArgument } from "../../oracle/evidence/argument.ts";
import { descriptionOf, errorOf } from "../../oracle/evidence/plain-data.ts";
import {
  type CallEvent,
  type CallName,
  callNames,
  createdBy,
  type SettledEvent,
  sideOf,
} from "../../oracle/evidence/trace-event.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";
import { settledWith } from "./settled-with.ts";

/** Hears of a peer connection's calls, which are numbered from 0. */
export interface CallListener {
  called(call: Omit<CallEvent, "kind" | "time">): void;
  settled(settlement: Omit<SettledEvent, "kind" | "time" | "seen">): void;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Watches the calls of a peer connection, until the function that it returns is called: then it is as it was. */
export function watchCalls(pc: PeerConnectionLike, listener: CallListener): () => void {
  const watch = { calls: 0, nested: false, ended: false };
  const restorers: (() => void)[] = [];
  const end = () => {
    watch.ended = true;
    for (const restore of restorers) restore();
  };
  const watched = (call: CallName, original: Method): Method =>
    function (this: unknown, ...args) {
      // What a method calls itself is its own affair, and so are the calls of another object.
      if (watch.ended || watch.nested || this !== pc) return Reflect.apply(original, this, args);
      const id = watch.calls++;
      listener.called({ call, id, description: sideOf(call) === null ? undefined : recordedArgument(args[0]) });
      const settled = (came: Pick<SettledEvent, "outcome" | "message" | "description" | "error">) => {
        if (!watch.ended) listener.settled({ call, id, ...came });
      };
      watch.nested = true;
      try {
        return settledWith((given) => Reflect.apply(original, this, given), args, callbackPlaces[call], {
          fulfilled(value) {
            const description = createdBy(call) === null ? null : descriptionOf(value);
            settled({ outcome: "applied", message: null, description, error: null });
          },
          rejected(reason) {
            const error = errorOf(reason);
            settled({ outcome: "rejected", message: error.message ?? null, description: null, error });
          },
        });
      } finally {
        watch.nested = false;
      }
    };
  try {
    for (const name of callNames) {
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

// Where the deprecated forms have their callbacks: success, then failure.
const callbackPlaces: Readonly<Record<CallName, number>> = {
  createOffer: 0,
  createAnswer: 0,
  setLocalDescription: 1,
  setRemoteDescription: 1,
  close: Number.POSITIVE_INFINITY,
};

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
