import { recordedArgument } from "../../oracle/evidence/argument.ts";
import { memberOf } from "../../oracle/evidence/plain-data.ts";
import {
  type CallEvent,
  type CallName,
  callNames,
  createdBy,
  type SettledEvent,
  sideOf,
} from "../../oracle/evidence/trace-event.ts";
import { createdDescription, type PeerConnectionLike, thrownError } from "../peer-connection.ts";
import { replacedMethod } from "./replaced-method.ts";
import { type SettlementListener, settledWith } from "./settled-with.ts";

/** Hears of a peer connection's calls, which are numbered from 0. */
export interface CallListener {
  called(call: Omit<CallEvent, "kind" | "time">): void;
  settled(settlement: Omit<SettledEvent, "kind" | "time" | "seen">): void;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Watches the calls of a peer connection, until the function that it returns is called: then it is as it was. */
export function watchCalls(pc: PeerConnectionLike, listener: CallListener): () => void {
  const watch: Watch = { pc, listener, calls: 0, running: null, ended: false, restorers: new Set() };
  const end = () => {
    watch.ended = true;
    for (const restore of watch.restorers) restore();
    watch.restorers.clear();
  };
  try {
    for (const name of callNames) {
      const original: unknown = memberOf(pc, name);
      if (typeof original !== "function") continue;
      watch.restorers.add(replacedMethod(pc, name, observedMethod(watch, name, original as Method)));
    }
  } catch (error) {
    end();
    throw error;
  }
  return end;
}

interface Watch {
  readonly pc: PeerConnectionLike;
  readonly listener: CallListener;
  /** How many calls were heard. */
  calls: number;
  /** The method that is running, if any. */
  running: CallName | null;
  ended: boolean;
  /** What leaves the peer connection, and what its methods gave, as they were. */
  readonly restorers: Set<() => void>;
}

function observedMethod(watch: Watch, call: CallName, original: Method): Method {
  return function (this: unknown, ...args) {
    if (!isCallToHear(watch, call, this)) return Reflect.apply(original, this, args);
    const heard = heardCall(watch, call, args);
    const { running } = watch;
    watch.running = call;
    try {
      const method = (given: readonly unknown[]) => Reflect.apply(original, this, given);
      return settledWith(method, args, callbackPlaces[call], heard, (restore) => watch.restorers.add(restore));
    } finally {
      watch.running = running;
    }
  };
}

// What a method calls itself is its own affair, and so are the calls of another object. close() within another method is
// an application's, in a handler of an event that this method fires: no method closes its own connection.
function isCallToHear({ pc, running, ended }: Watch, call: CallName, object: unknown): boolean {
  const isOwn = running !== null && (call !== "close" || running === "close");
  return !ended && !isOwn && object === pc;
}

type CallEnd = Pick<SettledEvent, "outcome" | "message" | "description" | "error" | "wrongArity">;

function heardCall(watch: Watch, call: CallName, args: readonly unknown[]): SettlementListener {
  const { listener } = watch;
  const side = sideOf(call);
  const description = side === null ? undefined : recordedArgument(args[0]);
  const id = watch.calls++;
  listener.called({ call, id, description });
  const settled = (came: CallEnd) => {
    if (!watch.ended) listener.settled({ call, id, ...came });
  };
  return {
    fulfilled(value) {
      const created = createdBy(call) === null ? null : createdDescription(value);
      settled({ outcome: "applied", message: null, description: created, error: null });
    },
    rejected(reason) {
      const error = thrownError(reason);
      // Where there is the deprecated form, two arguments fit neither form.
      const wrongArity = side !== null && args.length === 2 && error.name === "TypeError";
      const rejected = { outcome: "rejected", message: error.message ?? null, description: null, error } as const;
      settled(wrongArity ? { ...rejected, wrongArity } : rejected);
    },
  };
}

// Where the deprecated forms have their callbacks: success, then failure.
const callbackPlaces: Readonly<Record<CallName, number>> = {
  createOffer: 0,
  createAnswer: 0,
  setLocalDescription: 1,
  setRemoteDescription: 1,
  close: Number.POSITIVE_INFINITY,
};
