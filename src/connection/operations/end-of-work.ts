import { operationFailed } from "../../session/operation-failed.ts";
import type { Draft } from "../draft.ts";
import type { WorkFailure } from "../input.ts";
import type { Operation, Progress } from "../operation.ts";
import { refuseCall } from "../rejection/call-rejection.ts";
import { applyAgain, beginSetLocalDescription, beginSetRemoteDescription } from "../set-description/begin.ts";
import { finishSetDescription } from "../set-description/finish.ts";
import { finishAddIceCandidate } from "./add-ice-candidate.ts";
import { executed, rejectOperation, resolveOperation } from "./chain.ts";
import { beginCreating, storeCreated } from "./create.ts";
import { finishReplaceTrack } from "./replace-track.ts";

/**
 * An offer or answer was created. One that no longer fits is created again; setLocalDescription() goes on to set it.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-final-steps-to-create-an-offer
 */
export function workCreated(draft: Draft, sdp: string) {
  const { progress } = draft;
  if (progress?.phase !== "creating") return;
  const { type, modified } = progress;
  const { action } = executed(draft);
  if (modified) return beginCreating(draft, type, action.kind === "createOffer" && action.iceRestart);
  storeCreated(draft, type, sdp);
  if (action.kind !== "setLocalDescription") return resolveOperation(draft, Object.freeze({ type, sdp }));
  beginSetLocalDescription(draft, action.init);
}

/** What was to be applied, added or replaced is. */
export function workApplied(draft: Draft) {
  const { progress } = draft;
  const { action } = executed(draft);
  if (progress?.phase === "applying") return descriptionApplied(draft, progress);
  if (progress?.phase === "adding-candidate") return finishAddIceCandidate(draft, progress.candidate);
  if (progress?.phase === "replacing-track" && action.kind === "replaceTrack") {
    finishReplaceTrack(draft, action.transceiver, action.track);
  }
}

function descriptionApplied(draft: Draft, progress: Progress & { readonly phase: "applying" }) {
  const { side, description, trackAdded, offer } = progress;
  if (side === "remote" && description.type === "offer" && trackAdded) return applyAgain(draft, progress);
  finishSetDescription(draft, progress);
  // The remote offer for which the rollback was made.
  if (offer !== null) beginSetRemoteDescription(draft, offer);
  else resolveOperation(draft);
}

/** The work has failed: the connection is what it was, and the promise is rejected. */
export function workFailed(draft: Draft, { message, error }: WorkFailure) {
  const { progress } = draft;
  const { action } = executed(draft);
  if (progress?.phase === "applying") {
    const { side, description } = progress;
    return rejectOperation(draft, operationFailed(draft.session, side, description.type, message).rejection);
  }
  if (!isAtWork(progress)) return;
  const replaced = action.kind === "replaceTrack" && error === "InvalidModificationError";
  const code = replaced ? "track-not-replaceable" : "work-failed";
  rejectOperation(draft, refuseCall(draft, action.kind, code, message, "See what the stack says of it."));
}

const afterWork: readonly Progress["phase"][] = ["settling", "decided", "settled"];

/** Whether the stack is at work for the first operation. */
export function isAtWork(progress: Progress | null): boolean {
  return progress !== null && !afterWork.includes(progress.phase);
}

/** Whether the operation is the one that is being executed. */
export function isExecuted(draft: Draft, operation: number): boolean {
  return draft.progress !== null && (executed(draft) as Operation).id === operation;
}
