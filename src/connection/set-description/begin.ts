import type { DescriptionInit } from "../../session/description-init.ts";
import { implicitRollback } from "../../session/legality.ts";
import type { Outcome } from "../../session/outcome.ts";
import type { Rejection } from "../../session/rejection/rejection.ts";
import { makeSession, type Session } from "../../session/session.ts";
import { setLocalDescription, setRemoteDescription } from "../../session/set-description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import { type Draft, emit } from "../draft.ts";
import type { Progress } from "../operation.ts";
import { decideOperation, executed } from "../operations/chain.ts";
import { beginCreating } from "../operations/create.ts";
import { queueTask } from "../tasks.ts";

/**
 * Executes setLocalDescription(): decides by the state of this moment, and has the description created or applied.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription
 */
export function beginSetLocalDescription(draft: Draft, init: DescriptionInit) {
  const outcome = setLocalDescription(representingTheState(draft, init), argument(init));
  if (outcome.kind === "create") return beginCreating(draft, outcome.type, false);
  proceed(draft, "local", outcome, null);
}

/**
 * Executes setRemoteDescription(): a remote offer that crosses a local one first has that rolled back.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setremotedescription
 */
export function beginSetRemoteDescription(draft: Draft, init: DescriptionInit) {
  const crosses = init.type !== null && implicitRollback(draft.session, "remote", init.type) !== null;
  if (crosses) return proceed(draft, "local", setLocalDescription(draft.session, { type: "rollback" }), init);
  proceed(draft, "remote", setRemoteDescription(draft.session, argument(init)), null);
}

/** Starts what is under way once more, as if it had not begun. */
export function applyAgain(draft: Draft, progress: Progress & { readonly phase: "applying" }): void {
  startApplying(draft, { ...progress, trackAdded: false });
}

// Without SDP, what was created last is set, unless it no longer represents the state of the connection.
function representingTheState({ session, created }: Draft, { sdp }: DescriptionInit): Session {
  if (sdp !== "" || (!created.offerStale && !created.answerStale)) return session;
  return makeSession({
    ...session,
    lastCreatedOffer: created.offerStale ? "" : session.lastCreatedOffer,
    lastCreatedAnswer: created.answerStale ? "" : session.lastCreatedAnswer,
  });
}

function argument({ type, sdp }: DescriptionInit): object {
  return type === null ? { sdp } : { type, sdp };
}

function proceed(draft: Draft, side: Side, outcome: Outcome, offer: DescriptionInit | null) {
  if (outcome.kind === "rejected") return refuseDescription(draft, outcome.rejection);
  if (outcome.kind !== "applied" || outcome.description === null) return;
  const { signalingState } = outcome.session;
  startApplying(draft, {
    phase: "applying",
    side,
    description: outcome.description,
    signalingState,
    trackAdded: false,
    offer,
  });
}

function startApplying(draft: Draft, progress: Progress & { readonly phase: "applying" }): void {
  const { side, description } = progress;
  draft.progress = Object.freeze(progress);
  const work = { kind: "apply-description", side, description } as const;
  emit(draft, { type: "start", operation: executed(draft).id, work: Object.freeze(work) });
}

/** What webrtc-pc finds before it goes on in parallel; everything else is found there, and reported by a queued task. */
const foundAtOnce: readonly Rejection["code"][] = [
  "local-description-modified",
  "create-offer-in-wrong-state",
  "create-answer-in-wrong-state",
  "rollback-in-wrong-state",
  "rollback-from-pranswer",
];

function refuseDescription(draft: Draft, rejection: Rejection) {
  if (foundAtOnce.includes(rejection.code)) return decideOperation(draft, rejection);
  draft.progress = Object.freeze({ phase: "settling" });
  queueTask(draft, { kind: "reject", operation: executed(draft).id, rejection });
}
