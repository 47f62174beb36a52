import { createSession, type Outcome, type SessionOptions } from "../../src/entries/index.ts";
import { type Call, perform } from "./call.ts";
import { expectedOf } from "./expected.ts";
import type { Vectors } from "./vector-file.ts";
import { conversions, createdConversions, type Verdicts } from "./web-idl-cases.ts";

// Under "legacy" a local description may hold any SDP, so that conversion alone decides.
const options: SessionOptions = { profile: "legacy", sdp: "opaque" };

/** What both methods make of an argument, on an open and on a closed connection. */
export function webIdl(): Vectors {
  const methods = conversions.flatMap(({ id, description, local, remote }) => {
    const argument = description === undefined ? {} : { description };
    return [
      ...onBoth(`setLocalDescription/${id}`, { call: "setLocalDescription", ...argument }, local),
      ...onBoth(`setRemoteDescription/${id}`, { call: "setRemoteDescription", ...argument }, remote),
    ];
  });
  const created = createdConversions.flatMap(({ id, sdp, verdicts }) => [
    ...onBoth(`offerCreated/${id}`, { call: "offerCreated", sdp }, verdicts.offer),
    ...onBoth(`answerCreated/${id}`, { call: "answerCreated", sdp }, verdicts.answer),
  ]);
  return {
    vectors: "web-idl",
    about: "What the conversion of arguments makes of any JSON value: a TypeError, or the type and SDP that are used.",
    cases: [...methods, ...created],
  };
}

function onBoth(id: string, call: Call, verdicts: Verdicts) {
  const [open, closed] = typeof verdicts === "string" ? [verdicts, onClosed(verdicts)] : verdicts;
  return [webIdlCase(`${id}/open`, [], call, open), webIdlCase(`${id}/closed`, [{ call: "close" }], call, closed)];
}

// Conversion comes first, the closed connection right after it.
function onClosed(verdict: string): string {
  return verdict.startsWith("TypeError") ? verdict : "InvalidStateError connection-closed";
}

function webIdlCase(id: string, leadingUp: readonly Call[], call: Call, verdict: string) {
  const session = leadingUp.reduce((before, each) => perform(before, each).session, createSession(options));
  const outcome = perform(session, call);
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
