// Calls written as people say them ("local offer O1"), and what performs them with the functions.
import {
  type Call,
  createSession,
  type Effect,
  type Outcome,
  type ProfileName,
  type Rejection,
  type Session,
  step,
} from "../src/entries/index.ts";
import type { SignalingEvent } from "../src/entries/machine.ts";

/**
 * The call that a text means: `local offer O1`, `remote rollback`, `local` (without an argument), `local pranswer`
 * (without SDP), `offer created O1`, `answer created` (discards), `close`.
 */
export function callOf(text: string): SignalingEvent {
  const [first, second, sdp] = text.split(" ");
  if (first === "close") return { type: "close" };
  if (second === "created") return { type: first === "offer" ? "offerCreated" : "answerCreated", sdp: sdp ?? "" };
  const call = first === "local" ? "setLocalDescription" : "setRemoteDescription";
  if (second === undefined) return { type: call };
  return { type: call, description: sdp === undefined ? { type: second } : { type: second, sdp } };
}

/** Performs a call with the function of its name. */
export function perform(session: Session, call: string | SignalingEvent): Outcome {
  const event = typeof call === "string" ? callOf(call) : call;
  return step(session, { ...event, method: event.type } as Call);
}

/** A new session that judges states and types only. */
export function newSession(profile: ProfileName = "webrtc-pc"): Session {
  return createSession({ profile, sdp: "opaque" });
}

/** The session after calls that all have to be applied. */
export function sessionAfter(session: Session, ...calls: readonly string[]): Session {
  return calls.reduce((before, call) => applied(perform(before, call), call).session, session);
}

/** The outcome, which has to be `applied`. */
export function applied(outcome: Outcome, call = "the call"): Extract<Outcome, { kind: "applied" }> {
  if (outcome.kind === "applied") return outcome;
  throw new Error(`${call} was not applied: ${JSON.stringify(outcome)}`);
}

/** The outcome, which has to be `rejected`. */
export function rejected(outcome: Outcome): Extract<Outcome, { kind: "rejected" }> {
  if (outcome.kind === "rejected") return outcome;
  throw new Error(`not rejected: ${JSON.stringify(outcome)}`);
}

/** The rejection of an outcome that has to be `rejected`. */
export function rejectionOf(outcome: Outcome): Rejection {
  return rejected(outcome).rejection;
}

/** An outcome in a few words: `applied stable`, `create offer`, the error and code of a rejection. */
export function summary(outcome: Outcome): string {
  if (outcome.kind === "applied") return `applied ${outcome.session.signalingState}`;
  if (outcome.kind === "create") return `create ${outcome.type}`;
  return `${outcome.rejection.error} ${outcome.rejection.code}`;
}

/** All effects of an outcome in order, those of an implicit rollback first. */
export function effectsOf(outcome: Outcome): readonly Effect[] {
  return outcome.kind === "create" ? [] : [...(outcome.rolledBack?.effects ?? []), ...outcome.effects];
}
