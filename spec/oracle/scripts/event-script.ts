// Logs written as people say them, one event a line, and what the follower says of them.

import type { ProfileName, SessionOptions, SignalingState } from "../../../src/entries/index.ts";
import type { TraceEvent } from "../../../src/oracle/evidence/trace-event.ts";
import { finish, follow } from "../../../src/oracle/follow.ts";
import { createOracle } from "../../../src/oracle/oracle.ts";
import type { Step } from "../../../src/oracle/verdict/step.ts";

/** Between two lines of a script pass so many ms; the first is at 0. */
export const lineTime = 100;

/**
 * The events that a script means. A line is one of
 *
 * - `local`, `local offer`, `remote answer A1`: a call, without argument, without SDP, with SDP
 * - `local ok`, `local ok offer O1`: it was applied, and what it set where the log says that
 * - `local failed Some words`: it was refused, in these words
 * - `create offer`, `created offer O1`, `creating offer failed`: createOffer() or createAnswer()
 * - `state stable`, `close`
 */
export function eventsOf(script: string): TraceEvent[] {
  const lines = script.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").map((line, index) => eventOf(line, index * lineTime));
}

function eventOf(line: string, time: number): TraceEvent {
  const [first = "", second, third, fourth] = line.split(" ");
  if (first === "close") return { kind: "call", time, call: "close" };
  if (first === "state") return { kind: "state", time, signalingState: second as SignalingState };
  if (first.startsWith("creat")) return creationEvent(first, second === "offer" ? "createOffer" : "createAnswer");
  const call = first === "local" ? "setLocalDescription" : "setRemoteDescription";
  if (second === "ok") {
    const description = third === undefined ? null : { type: third, sdp: fourth ?? "" };
    return { kind: "settled", time, call, outcome: "applied", message: null, description };
  }
  if (second === "failed") {
    const message = line.split(" ").slice(2).join(" ");
    return { kind: "settled", time, call, outcome: "rejected", message: message || null, description: null };
  }
  if (second === undefined) return { kind: "call", time, call };
  return {
    kind: "call",
    time,
    call,
    description: third === undefined ? { type: second } : { type: second, sdp: third },
  };

  function creationEvent(word: string, name: "createOffer" | "createAnswer"): TraceEvent {
    if (word === "create") return { kind: "call", time, call: name };
    const settled = { kind: "settled", time, call: name } as const;
    if (word === "creating") return { ...settled, outcome: "rejected", message: third ?? null, description: null };
    const description = { type: second ?? "", sdp: third ?? "" };
    return { ...settled, outcome: "applied", message: null, description };
  }
}

/** States and types only: what these scripts call SDP is none. */
export function opaque(profile: ProfileName = "webrtc-pc"): SessionOptions {
  return { profile, sdp: "opaque" };
}

/** The steps of a log, in the order of the calls, the last word on each. */
export function stepsOf(events: readonly TraceEvent[], options: SessionOptions = opaque()): Step[] {
  const steps: Step[] = [];
  let oracle = createOracle(options);
  for (const event of events) {
    const followed = follow(oracle, event);
    oracle = followed.oracle;
    for (const step of followed.steps) steps[step.index] = step;
  }
  for (const step of finish(oracle)) steps[step.index] = step;
  return steps;
}

/** What the follower says of a script, a line a call: `local offer: stable → have-local-offer: conforms`. */
export function verdictsOf(script: string, options: SessionOptions = opaque()): string[] {
  return stepsOf(eventsOf(script), options).map(inWords);
}

/** The one step of a script whose verdict is not `conforms`. */
export function onlyFinding(script: string, options: SessionOptions = opaque()): Step {
  const found = stepsOf(eventsOf(script), options).filter(({ verdict }) => verdict !== "conforms");
  const [step] = found;
  if (step === undefined || found.length > 1) throw new Error(`not one finding: ${JSON.stringify(found.map(inWords))}`);
  return step;
}

function inWords({ call, type, before, observed, verdict, code }: Step): string {
  const name = call === "close" ? "close" : `${call === "setLocalDescription" ? "local" : "remote"} ${type ?? "-"}`;
  const states = before === observed.signalingState ? before : `${before} → ${observed.signalingState}`;
  const outcome = observed.outcome === "applied" ? "" : ` ${observed.outcome}`;
  return `${name}: ${states}${outcome}: ${verdict}${code === null ? "" : ` ${code}`}`;
}
