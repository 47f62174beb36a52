import { type Call, createSession, type Outcome, type SessionOptions, step } from "../../src/entries/index.ts";
import { expectedOf } from "./expected.ts";
import type { Vectors } from "./vector-file.ts";
import { conversions, createdConversions, type Verdicts } from "./web-idl-cases.ts";

// Under "legacy" a local description may hold any SDP, so that conversion alone decides.
const options: SessionOptions = { profile: "legacy", sdp: "opaque" };

/** How both methods convert an argument, on an open and on a closed connection. */
export function webIdl(): Vectors {
  const methods = conversions.flatMap(({ id, description, local, remote }) => {
    const argument = description === undefined ? {} : { description };
    return [
      ...onBoth(`setLocalDescription/${id}`, { method: "setLocalDescription", ...argument }, local),
      ...onBoth(`setRemoteDescription/${id}`, { method: "setRemoteDescription", ...argument }, remote),
    ];
  });
  const created = createdConversions.flatMap(({ id, sdp, verdicts }) => [
    ...onBoth(`offerCreated/${id}`, { method: "offerCreated", sdp: sdp as string }, verdicts.offer),
    ...onBoth(`answerCreated/${id}`, { method: "answerCreated", sdp: sdp as string }, verdicts.answer),
  ]);
  return {
    vectors: "web-idl",
    about: "How any JSON value is converted as an argument: to a TypeError, or to the type and SDP that are used.",
    cases: [...methods, ...created],
  };
}

function onBoth(id: string, call: Call, verdicts: Verdicts) {
  const [open, closed] = typeof verdicts === "string" ? [verdicts, onClosed(verdicts)] : verdicts;
  return [webIdlCase(`${id}/open`, [], call, open), webIdlCase(`${id}/closed`, [{ method: "close" }], call, closed)];
}

// Conversion comes first, the closed connection right after it.
function onClosed(verdict: string): string {
  return verdict.startsWith("TypeError") ? verdict : "InvalidStateError connection-closed";
}

function webIdlCase(id: string, leadingUp: readonly Call[], call: Call, verdict: string) {
  const session = leadingUp.reduce((before, each) => step(before, each).session, createSession(options));
  const outcome = step(session, call);
  const found = whatWasUsed(outcome);
  if (found !== verdict) throw new Error(`${id} must be ${verdict}, and is ${found}`);
  return { id, options, calls: [...leadingUp, { ...call, expected: expectedOf(outcome, session) }] };
}

/** An outcome in a few words: the description that was set, the type to create, or the error and its code. */
function whatWasUsed(outcome: Outcome): string {
  if (outcome.kind === "create") return `create ${outcome.type}`;
  if (outcome.kind === "rejected") return `${outcome.rejection.error} ${outcome.rejection.code}`;
  const { pendingLocalDescription, pendingRemoteDescription, lastCreatedOffer } = outcome.session;
  const description = pendingLocalDescription ?? pendingRemoteDescription;
  if (description === null) return `created ${lastCreatedOffer}`;
  return `${description.type} ${JSON.stringify(description.sdp)}`;
}
