import { AssertionError } from "node:assert";
import { verdict } from "../../cases/sdp/real-calls.ts";
import { builtInSwitches, type Converted } from "../../property-tests/model/model.ts";
import { ModelComparison } from "../../property-tests/model/model-comparison.ts";
import { createSession, type Outcome, type Profile, type SessionOptions } from "../../src/entries/index.ts";
import { type Call, perform } from "./call.ts";
import { expectedOf } from "./expected.ts";

/** One session and the calls made on it, one after the other. */
export interface SessionCase {
  readonly id: string;
  readonly options: SessionOptions;
  readonly calls: readonly object[];
}

/**
 * A call and the verdict on it: written by hand, or null where the model alone judges, or "leads up" where the vectors
 * are not to say what comes of it but that it is applied.
 */
export type JudgedCall = readonly [call: Call, verdict: string | null];
export const leadsUp = "leads up";

/** Plays the calls; throws where the code gives another verdict, or the model of property-tests/ another outcome. */
export function sessionCase(id: string, options: SessionOptions, calls: readonly JudgedCall[]): SessionCase {
  const compared = options.sdp === "opaque" ? new ModelComparison({ options, switches: switchesOf(options) }) : null;
  let session = createSession(options);
  const played = calls.map(([call, verdictByHand]) => {
    const outcome = perform(session, call);
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
  switch (call.call) {
    case "setLocalDescription":
    case "setRemoteDescription": {
      const { description } = call;
      return { call: call.call, argument: { name, make: () => description, converted: converted(description) } };
    }
    case "offerCreated":
    case "answerCreated":
      return { call: call.call, sdp: { name, make: () => call.sdp, string: call.sdp as string } };
    default:
      return call;
  }
}

// The sequences hold none but plain descriptions: what conversion makes of others is web-idl's.
function converted(description: unknown): Converted {
  if (description === undefined) return null;
  const { type, sdp = "" } = description as { type: "offer"; sdp?: string };
  return { type, sdp };
}
