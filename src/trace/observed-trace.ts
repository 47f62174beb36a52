import { descriptionOf, errorOf, type ObservedError, slotsOf } from "../oracle/evidence/plain-data.ts";
import { type CallName, callNames, callOutcomes, type Seen, type TraceEvent } from "../oracle/evidence/trace-event.ts";
import { resolveOptions, type SessionOptions } from "../session/options.ts";
import { signalingStateNamed } from "../signaling/names.ts";
import { isJsonObject } from "./json.ts";
import { rtcstatsMagic } from "./rtcstats-format.ts";

// What no other dump holds goes into one more value of a line, under this name: other readers of rtcstats skip it.
const ownMember = "jsepMachine";

/**
 * The trace of an observed peer connection, as an rtcstats dump that `replay` judges exactly as it was judged live.
 *
 * @param id the connection's name in the dump
 * @param events what happened on it; times in ms since the epoch
 */
export function observedTrace(id: string, events: readonly TraceEvent[]): string {
  return observedDump(events.map((event) => ({ id, event })));
}

/** The same of several connections: what happened on them, in this order. */
export function observedDump(happened: readonly { readonly id: string; readonly event: TraceEvent }[]): string {
  let before = 0;
  const lines = happened.map(({ id, event }) => {
    const elapsed = event.time - before;
    before = event.time;
    const { method, value, rest } = lineOf(event);
    return JSON.stringify([method, id, value, { [ownMember]: rest }, elapsed]);
  });
  return `${[rtcstatsMagic, JSON.stringify({ fileFormat: 3 }), ...lines].join("\n")}\n`;
}

function lineOf(event: TraceEvent): { readonly method: string; readonly value: unknown; readonly rest: object } {
  const { time: _, ...untimed } = event;
  if (untimed.kind === "attached") return { method: "create", value: {}, rest: untimed };
  if (untimed.kind === "state") {
    return { method: "onsignalingstatechange", value: untimed.signalingState, rest: { kind: "state" } };
  }
  const { description, ...rest } = untimed;
  if (rest.kind === "call") return { method: rest.call, value: description ?? null, rest };
  const value = rest.outcome === "applied" ? description : rest.message;
  return { method: `${rest.call}On${rest.outcome === "applied" ? "Success" : "Failure"}`, value, rest };
}

/** The event of a line that an observer wrote; null for any other line. */
export function observedEvent(extra: unknown, value: unknown, time: number): TraceEvent | null {
  const rest = isJsonObject(extra) ? extra[ownMember] : undefined;
  if (!isJsonObject(rest)) return null;
  const call = callNames.find((name) => name === rest.call);
  switch (rest.kind) {
    case "attached": {
      const seen = seenIn(rest.seen);
      return seen === null ? null : { kind: "attached", time, seen, ...optionsIn(rest.options) };
    }
    case "state": {
      const signalingState = signalingStateNamed(value);
      return signalingState === null ? null : { kind: "state", time, signalingState };
    }
    case "call":
      if (call === undefined || typeof rest.id !== "number") return null;
      return { kind: "call", time, call, id: rest.id, description: value ?? undefined };
    case "settled":
      return call === undefined ? null : settledEvent(rest, call, value, time);
    default:
      return null;
  }
}

function settledEvent(
  { id, outcome: ended, message, error, seen: looked, wrongArity }: Record<string, unknown>,
  call: CallName,
  value: unknown,
  time: number,
): TraceEvent | null {
  const outcome = callOutcomes.find((name) => name === ended);
  const seen = seenIn(looked);
  if (outcome === undefined || typeof id !== "number" || seen === null) return null;
  const description = outcome === "applied" ? descriptionOf(value) : null;
  const words = typeof message === "string" ? message : null;
  const settled = { kind: "settled", time, call, id, outcome, message: words, description, seen } as const;
  return { ...settled, error: errorIn(error), ...(wrongArity === true ? { wrongArity } : {}) };
}

// Unusable options are left out.
function optionsIn(value: unknown): { readonly options?: SessionOptions } {
  const options = isJsonObject(value) ? resolveOptions(value) : null;
  return options?.ok ? { options: options.value } : {};
}

function seenIn(value: unknown): Seen | null {
  if (!isJsonObject(value) || !isJsonObject(value.slots)) return null;
  const signalingState = signalingStateNamed(value.signalingState);
  return signalingState === null
    ? null
    : { signalingState, slots: slotsOf(value.slots), events: value.events === true };
}

function errorIn(value: unknown): ObservedError | null {
  return isJsonObject(value) && typeof value.name === "string" ? errorOf(value) : null;
}
