import { AssertionError } from "node:assert";
import { verdict } from "../../cases/sdp/real-calls.ts";
import { builtInSwitches, type Converted } from "../../property-tests/model/model.ts";
import { ModelComparison } from "../../property-tests/model/model-comparison.ts";
import {
  type Call,
  createSession,
  type Outcome,
  type Profile,
  type SessionOptions,
  step,
} from "../../src/entries/index.ts";
import { expectedOf } from "./expected.ts";

/** One session and the calls made on it, one after the other. */
export interface SessionCase {
  readonly id: string;
  readonly options: SessionOptions;
  readonly calls: readonly object[];
}

/**
 * A call and the verdict on it: written by hand; null where the model alone judges; or "leads up", for a call that must be
 * applied and whose outcome the vectors leave out.
 */
export type JudgedCall = readonly [call: Call, verdict: string | null];
export const leadsUp = "leads up";

/** Plays the calls; throws where the code gives another verdict, or the model of property-tests/ another outcome. */
export function sessionCase(id: string, options: SessionOptions, calls: readonly JudgedCall[]): SessionCase {
  const compared = options.sdp === "opaque" ? new ModelComparison({ options, switches: switchesOf(options) }) : null;
  let session = createSession(options);
  const played = calls.map(([call, verdictByHand]) => {
    const outcome = step(session, call);
    const found = verdict(outcome);
    const agrees = verdictByHand === leadsUp ? outcome.kind === "applied" : found === verdictByHand;
    if (verdictByHand !== null && !agrees) {
      throw new Error(`${id}: ${JSON.stringify(call)} must be ${verdictByHand}, and is ${found}`);
    }
    if (compared !== null) compareWithModel(compared, call, outcome, id);
    const expected = expectedOf(outcome, session);
    session = outcome.session;
    return verdictByHand === leadsUp ? call : { ...call, expected };
  });
  return { id, options, calls: played };
}

function switchesOf({ profile = "webrtc-pc" }: SessionOptions): Omit<Profile, "name"> {
  return typeof profile === "string" ? builtInSwitches[profile] : profile;
}

function compareWithModel(model: ModelComparison, call: Call, outcome: Outcome, id: string): void {
  try {
    const modelled = model.make(forModel(call));
    if (JSON.stringify(modelled) !== JSON.stringify(outcome)) throw new Error("the comparison made another call");
  } catch (error) {
    const detail = error instanceof AssertionError ? error.message : String(error);
    throw new Error(`${id}: the model disagrees on ${JSON.stringify(call)}: ${detail}`);
  }
}

function forModel(call: Call): Parameters<ModelComparison["make"]>[0] {
  const name = JSON.stringify(call);
  switch (call.method) {
    case "setLocalDescription":
    case "setRemoteDescription": {
      const { description } = call;
      return { call: call.method, argument: { name, make: () => description, converted: converted(description) } };
    }
    case "offerCreated":
    case "answerCreated":
      return { call: call.method, sdp: { name, make: () => call.sdp, string: call.sdp } };
    case "operationFailed":
      return { call: call.method, side: call.side, type: call.type, message: call.message };
    case "close":
      return { call: call.method };
  }
}

// The sequences hold only plain descriptions: web-idl has the conversion of others.
function converted(description: unknown): Converted {
  if (description === undefined) return null;
  const { type, sdp = "" } = description as { type: "offer"; sdp?: string };
  return { type, sdp };
}
