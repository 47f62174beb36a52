// What implementations were seen to do, a call a line, as people say it; and what the oracle says of it.
import { type Description, type Side, type SignalingState, signalingStates } from "../../../src/entries/index.ts";
import {
  createOracle,
  type Judged,
  judge,
  type Observation,
  type ObservedError,
  type Oracle,
} from "../../../src/entries/oracle.ts";

/** SDP by the names that scripts give it; a name that is not in it stands for itself. */
export type NamedSdp = Readonly<Record<string, string>>;

/**
 * The observation that a line means: a call, and what was seen of it, as in
 *
 * - `local offer O1: event have-local-offer, resolved, have-local-offer | offer O1 | - | - | -`
 * - `createOffer: resolved offer O1, stable`, `local: resolved, stable`, `close: resolved, closed`
 * - `remote answer A1: OperationError sdp-syntax-error line 3, have-local-offer`
 * - `local rollback: unsettled, have-local-offer`, `unheard, resolved, …` where nobody listened to events
 *
 * The slots are pending and current local, pending and current remote; without them, nobody looked.
 */
export function observationOf(line: string, named: NamedSdp = {}): Observation {
  const [call = "", seen = ""] = line.trim().split(": ");
  const [name = "", ...argument] = call.split(" ");
  const parts = seen.split(", ");
  const [state = "", ...slots] = (parts.at(-1) ?? "").split(" | ");
  const [settled = "", type, created] = (parts.at(-2) ?? "").split(" ");
  const events = parts.slice(0, -2).map((part) => stateOf(part.replace("event ", "")));
  return {
    ...callOf(name, argument, named),
    ...(parts[0] === "unheard" ? {} : { events }),
    ...outcomeOf(settled, parts.at(-2) ?? ""),
    ...(settled === "resolved" && type !== undefined && created !== undefined
      ? { created: { type, sdp: sdpOf(created, named) } }
      : {}),
    signalingState: stateOf(state),
    ...(slots.length === 0 ? {} : { slots: slotsOf(slots, named) }),
  };
}

function callOf(name: string, [type, sdp]: readonly string[], named: NamedSdp) {
  if (name === "createOffer" || name === "createAnswer" || name === "close") return { call: name } as const;
  const call = sideOf(name) === "local" ? "setLocalDescription" : "setRemoteDescription";
  if (type === undefined) return { call } as const;
  return { call, description: sdp === undefined ? { type } : { type, sdp: sdpOf(sdp, named) } } as const;
}

function sideOf(name: string): Side {
  if (name !== "local" && name !== "remote") throw new Error(`${name} is no call`);
  return name;
}

function stateOf(text: string): SignalingState {
  const state = signalingStates.find((known) => known === text);
  if (state === undefined && text !== "unheard") throw new Error(`${text} is no signaling state`);
  return state ?? "closed";
}

function sdpOf(name: string, named: NamedSdp): string {
  return named[name] ?? name;
}

function outcomeOf(settled: string, text: string): Pick<Observation, "outcome" | "error"> {
  if (settled === "resolved") return { outcome: "applied" };
  if (settled === "unsettled") return { outcome: "unsettled" };
  return { outcome: "rejected", error: errorOf(text) };
}

function errorOf(text: string): ObservedError {
  const [, name = "", detail, line] = /^(\S+)(?: (sdp-syntax-error))?(?: line (\d+))?$/.exec(text) ?? [];
  return {
    name,
    message: null,
    ...(detail === undefined ? {} : { errorDetail: detail }),
    ...(line === undefined ? {} : { sdpLineNumber: Number(line) }),
  };
}

function slotsOf(texts: readonly string[], named: NamedSdp): NonNullable<Observation["slots"]> {
  const [pendingLocal = null, currentLocal = null, pendingRemote = null, currentRemote = null] = texts.map((text) =>
    slotOf(text, named),
  );
  return {
    pendingLocalDescription: pendingLocal,
    currentLocalDescription: currentLocal,
    pendingRemoteDescription: pendingRemote,
    currentRemoteDescription: currentRemote,
  };
}

function slotOf(text: string, named: NamedSdp): Description | null {
  const [type = "", sdp = ""] = text.split(" ");
  return text === "-" ? null : { type: type as Description["type"], sdp: sdpOf(sdp, named) };
}

/** States and types only: what these scripts call SDP is none. */
export const opaqueOracle: Oracle = createOracle({ sdp: "opaque" });

/** What the oracle says of each line of a script. */
export function judgedScript(script: string, oracle = opaqueOracle, named: NamedSdp = {}): Judged[] {
  const lines = script.split("\n").filter((line) => line.trim() !== "");
  let before = oracle;
  return lines.map((line) => {
    const judged = judge(before, observationOf(line, named));
    before = judged.oracle;
    return judged;
  });
}

/** The codes of the differences in each line of a script: "" where there are none. */
export function codesOf(script: string, oracle = opaqueOracle, named: NamedSdp = {}): string[] {
  return judgedScript(script, oracle, named).map(({ differences }) => differences.map(({ code }) => code).join(" "));
}

/** The last line's judgement. */
export function lastOf(script: string, oracle = opaqueOracle, named: NamedSdp = {}): Judged {
  const last = judgedScript(script, oracle, named).at(-1);
  if (last === undefined) throw new Error("the script is empty");
  return last;
}
