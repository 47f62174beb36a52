import type { Draft } from "./draft.ts";

/**
 * Notes that the connection was modified in a way that its descriptions show: what was created no longer represents its
 * state, and what is being created is created again.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-final-steps-to-create-an-offer
 */
export function markModified(draft: Draft): void {
  const { created, progress, session } = draft;
  const offerStale = session.lastCreatedOffer !== "";
  const answerStale = session.lastCreatedAnswer !== "";
  if (offerStale !== created.offerStale || answerStale !== created.answerStale)
    draft.created = Object.freeze({ ...created, offerStale, answerStale });
  if (progress?.phase === "creating" && !progress.modified)
    draft.progress = Object.freeze({ ...progress, modified: true });
}
