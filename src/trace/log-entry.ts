import { descriptionOf } from "../oracle/evidence/plain-data.ts";
import type { CallName, TraceEvent } from "../oracle/evidence/trace-event.ts";
import { signalingStateNamed } from "../signaling/names.ts";
import type { SignalingState } from "../signaling/transition-table.ts";
import { signalingStates } from "../signaling/transition-table.ts";
import { isJsonObject } from "./json.ts";
import type { LogEntry, ObservedEntry, UnloggedFailure } from "./trace.ts";

/** What an entry of a log says that happened; null where the oracle does not follow it. */
export function occurrenceIn(entry: LogEntry | ObservedEntry): TraceEvent | UnloggedFailure | null {
  return "observed" in entry ? entry.observed : (unloggedFailure(entry) ?? eventOf(entry));
}

type Meaning =
  | { readonly kind: "call"; readonly call: CallName }
  | { readonly kind: "settled"; readonly call: CallName; readonly outcome: "applied" | "rejected" }
  | { readonly kind: "state" };

const settledCalls: readonly CallName[] = [
  "createOffer",
  "createAnswer",
  "setLocalDescription",
  "setRemoteDescription",
];

// What the methods of the logs mean, the names of older Chrome versions included.
const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...settledCalls.flatMap((call): [string, Meaning][] => [
    [call, { kind: "call", call }],
    [`${call}OnSuccess`, { kind: "settled", call, outcome: "applied" }],
    [`${call}OnFailure`, { kind: "settled", call, outcome: "rejected" }],
  ]),
  ["close", { kind: "call", call: "close" }],
  ["stop", { kind: "call", call: "close" }],
  ["onsignalingstatechange", { kind: "state" }],
  ["signalingstatechange", { kind: "state" }],
  ["signalingStateChange", { kind: "state" }],
]);

/** Does the oracle follow what that method logs? */
export function isFollowed(method: string): boolean {
  return meanings.has(method);
}

function eventOf({ method, value, time }: LogEntry): TraceEvent | null {
  const meaning = meanings.get(method);
  if (meaning === undefined) return null;
  if (meaning.kind === "state") return stateEvent(value, time);
  if (meaning.kind === "settled") {
    const rejected = meaning.outcome === "rejected";
    const description = descriptionOf(loggedDescription(value));
    return { ...meaning, time, message: rejected ? messageOf(value) : null, description };
  }
  const description = loggedDescription(value);
  return description === undefined ? { ...meaning, time } : { ...meaning, time, description };
}

function stateEvent(value: unknown, time: number): TraceEvent | null {
  const name = jsonString(value);
  const state = signalingStateNamed(name) ?? oldState(name);
  return state === null ? null : { kind: "state", time, signalingState: state };
}

// Chrome once wrote its enumeration's names: SignalingStateHaveLocalOffer.
function oldState(name: unknown): SignalingState | null {
  if (typeof name !== "string" || !name.startsWith("SignalingState")) return null;
  const words = name.slice("SignalingState".length).toLowerCase();
  return signalingStates.find((known) => known.replaceAll("-", "") === words) ?? null;
}

// States are JSON strings in newer logs, bare in older ones.
function jsonString(value: unknown): unknown {
  return typeof value === "string" && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}

const oldDescription = /^type: (\w+), sdp: /;

// The description passed to a call; undefined where there was none. Older logs hold text, newer ones JSON.
function loggedDescription(value: unknown): unknown {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value !== "string") return value;
  const old = oldDescription.exec(value);
  return old === null ? value : { type: old[1], sdp: value.slice(old[0].length) };
}

// Failures are logged as text, by some as an exception's members.
function messageOf(value: unknown): string | null {
  const message = isJsonObject(value) ? value.message : value;
  return typeof message === "string" ? message : null;
}

/** Chromium logs a description that it cannot parse only as the failure, without the call. */
export function isParseFailure(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("Failed to parse SessionDescription");
}

function unloggedFailure({ method, value, time }: LogEntry): UnloggedFailure | null {
  const meaning = meanings.get(method);
  if (meaning?.kind !== "settled" || meaning.outcome !== "rejected") return null;
  const { call } = meaning;
  if (call !== "setLocalDescription" && call !== "setRemoteDescription") return null;
  return isParseFailure(value) ? { time, call, message: value } : null;
}
