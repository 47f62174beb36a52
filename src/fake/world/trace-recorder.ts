import type { Connection } from "../../connection/connection.ts";
import type { MethodCall } from "../../connection/input.ts";
import { slotNames } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import { observedDump } from "../../trace/observed-trace.ts";
import type { CallLog, SettlingEffect } from "../driver/driver.ts";

type Happened = Parameters<typeof observedDump>[0][number];

type DistributiveOmit<Type, Key extends PropertyKey> = Type extends unknown ? Omit<Type, Key> : never;
type Untimed = DistributiveOmit<Happened["event"], "time">;

/** The log of one connection. */
export interface ConnectionLog extends CallLog {
  stateChanged(signalingState: SignalingState): void;
}

/** How many connections are rememberedConnections at least: the latest. */
const rememberedConnections = 256;

/** Remembers what happens on the connections of a world, in its order. */
export class TraceRecorder {
  #happened: Happened[] = [];
  readonly #now: () => number;
  #count = 0;
  #connections = 0;

  /** @param now in ms; null where the times only count what happened */
  constructor(now: (() => number) | null) {
    this.#now = now ?? (() => this.#count++);
  }

  /** The log of a new connection. Its name in the dump is its number, or the given one. */
  connection(name?: string): ConnectionLog {
    if (this.#connections % rememberedConnections === 0) this.#forget(this.#connections - rememberedConnections);
    const number = String(++this.#connections);
    const id = name ?? number;
    const open = new Map<number, FollowedCall>();
    const record = (event: Untimed) =>
      this.#happened.push({ id, event: { ...event, time: this.#now() } as Happened["event"] });
    record({ kind: "attached", seen: nothingSeen });
    return {
      stateChanged: (signalingState) => record({ kind: "state", signalingState }),
      called(call, method) {
        const name = followedCall(method);
        if (name === null) return;
        open.set(call, name);
        record({
          kind: "call",
          call: name,
          id: call,
          ...("description" in method && { description: method.description }),
        });
      },
      settled(call, end, connection) {
        const name = open.get(call);
        if (name === undefined) return;
        open.delete(call);
        record({ kind: "settled", call: name, id: call, ...endingOf(end), seen: seenOf(connection) });
      },
    };
  }

  #forget(upTo: number): void {
    this.#happened = this.#happened.filter(({ id }) => !(Number(id) <= upTo));
  }

  toText(): string {
    return observedDump(this.#happened);
  }
}

const followedCalls = ["createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription", "close"] as const;
type FollowedCall = (typeof followedCalls)[number];

function followedCall({ method }: MethodCall): FollowedCall | null {
  return followedCalls.find((name) => name === method) ?? null;
}

function endingOf(end: SettlingEffect) {
  if (end.type === "return" || end.type === "resolve") {
    const description = typeof end.value === "object" ? end.value : null;
    return { outcome: "applied", message: null, description, error: null } as const;
  }
  const { message, error, ...rest } = end.rejection;
  const detail = "errorDetail" in rest ? { errorDetail: rest.errorDetail, sdpLineNumber: rest.sdpLineNumber } : {};
  const name = error === "RTCError" ? "OperationError" : error;
  return { outcome: "rejected", message, description: null, error: { name, message, ...detail } } as const;
}

function seenOf({ session }: Connection) {
  const slots = Object.fromEntries(slotNames.map((name) => [name, session[name]]));
  return { signalingState: session.signalingState, slots, events: true };
}

const nothingSeen = {
  signalingState: "stable",
  slots: Object.fromEntries(slotNames.map((name) => [name, null])),
  events: true,
} as const;
