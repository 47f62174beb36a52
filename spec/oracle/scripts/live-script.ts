// What was seen of a live peer connection whose calls overlap, an event a line; and what the oracle says of each call.
import {
  createOracle,
  follow,
  type Observation,
  type ObservedError,
  type ObservedSlots,
  type Oracle,
  type OracleOptions,
  type Step,
  type TraceEvent,
} from "../../../src/entries/oracle.ts";
import { observationOf } from "./observed-script.ts";

/**
 * The events that a script means. A line is one of
 *
 * - `0 local offer O1`: the call of that number; its words are those of observed-script.ts
 * - `0 resolved, have-local-offer | offer O1 | - | - | -`: it was settled
 * - `event have-local-offer`: the state in a signalingstatechange event
 * - `attached stable | - | - | - | -`
 */
export function liveEvents(script: string): TraceEvent[] {
  const calls = new Map<number, string>();
  const lines = script.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").map((line, index) => liveEvent(line, index * 100, calls));
}

function liveEvent(line: string, time: number, calls: Map<number, string>): TraceEvent {
  const [first = "", ...words] = line.split(" ");
  const text = words.join(" ");
  const { signalingState, slots } = observationOf(`close: unsettled, ${lastStateIn(line)}`);
  if (first === "event") return { kind: "state", time, signalingState };
  if (first === "attached")
    return { kind: "attached", time, seen: { signalingState, slots: slotsOf(slots), events: true } };
  const id = Number(first);
  const called = calls.get(id);
  if (called === undefined) {
    calls.set(id, text);
    const { call, description } = observationOf(`${text}: unsettled, stable`);
    return { kind: "call", time, call, id, description };
  }
  const { call, outcome, error: refusal, created = null, ...after } = observationOf(`${called}: ${text}`);
  const seen = { signalingState: after.signalingState, slots: slotsOf(after.slots), events: true };
  const error = (refusal ?? null) as ObservedError | null;
  return {
    kind: "settled",
    time,
    call,
    id,
    outcome,
    message: error?.message ?? null,
    description: created === null ? null : { type: created.type, sdp: created.sdp ?? "" },
    error,
    seen,
  };
}

// The scripts' slots hold whole descriptions.
function slotsOf(slots: Observation["slots"]): ObservedSlots {
  return (slots ?? {}) as ObservedSlots;
}

// Of a call there is none, and none is looked at.
function lastStateIn(line: string): string {
  const [, state] = /^(?:event|attached) (.+)$/.exec(line) ?? [];
  return state ?? "stable";
}

/** What follows on events: the last word on each call, and where the oracle stands. */
export function followed(
  events: readonly TraceEvent[],
  options: OracleOptions = { sdp: "opaque" },
): { readonly steps: readonly Step[]; readonly oracle: Oracle } {
  const steps: Step[] = [];
  let oracle = createOracle(options);
  for (const event of events) {
    const { oracle: after, steps: told } = follow(oracle, event);
    oracle = after;
    for (const step of told) steps[step.index] = step;
  }
  return { steps: steps.filter((step) => step !== undefined), oracle };
}

/** What the oracle says of each call of a script: `local offer: conforms`, `remote -: divergence applied-type-missing`. */
export function wordsOn(script: string, options?: OracleOptions): string[] {
  return followed(liveEvents(script), options).steps.map(({ call, type, verdict, differences, observed }) => {
    const name = call.replace(
      /^set(Local|Remote)Description$/,
      (_, side: string) => `${side.toLowerCase()} ${type ?? "-"}`,
    );
    const unsettled = observed.outcome === "unsettled" ? " unsettled" : "";
    return [`${name}:${unsettled} ${verdict}`, ...differences.map(({ code }) => code)].join(" ");
  });
}
