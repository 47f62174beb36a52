import type { LocalCandidate } from "../candidate.ts";
import type { Connection } from "../connection.ts";
import { type Draft, emit, isClosed } from "../draft.ts";
import { noMediaDescriptions, sectionWithMid } from "../media-description/media-description.ts";
import { append, listedItems, noItems } from "../structure/list.ts";
import { queueTask } from "../tasks.ts";

/**
 * A candidate was gathered: it is surfaced, or waits for a local description of its ICE generation.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcicecandidate-interface
 */
export function candidateGathered(draft: Draft, candidate: LocalCandidate) {
  if (isClosed(draft)) return;
  if (isOfLocalGeneration(draft, candidate)) return surfaceCandidate(draft, candidate);
  draft.earlyCandidates = append(draft.earlyCandidates, candidate);
}

/** Releases the early candidates, in tasks. @see https://w3c.github.io/webrtc-pc/#dfn-release-early-candidates */
export function releaseCandidates(draft: Draft): void {
  for (const candidate of listedItems(draft.earlyCandidates)) {
    if (isSurfaced(draft, candidate)) queueTask(draft, { kind: "surface-candidate", candidate });
  }
  draft.earlyCandidates = noItems;
}

/** The turn of such a task. */
export function runSurfaceCandidate(draft: Draft, candidate: LocalCandidate): void {
  if (!isClosed(draft) && isSurfaced(draft, candidate)) surfaceCandidate(draft, candidate);
}

/** Whether a local description has the candidate's ICE generation. */
export function isOfLocalGeneration(
  { mediaDescriptions: { pendingLocalDescription, currentLocalDescription } }: Connection,
  { sdpMid, usernameFragment }: LocalCandidate,
): boolean {
  return [pendingLocalDescription, currentLocalDescription].some((description) => {
    const section = sectionWithMid(description ?? noMediaDescriptions, sdpMid);
    return section?.iceCredentials?.usernameFragment === usernameFragment;
  });
}

function isSurfaced(draft: Draft, candidate: LocalCandidate): boolean {
  return draft.options.revision.surfacesAbandonedCandidates || isOfLocalGeneration(draft, candidate);
}

/** Surfaces a candidate. @see https://w3c.github.io/webrtc-pc/#dfn-surface-the-candidate */
function surfaceCandidate(draft: Draft, candidate: LocalCandidate): void {
  if (isOfLocalGeneration(draft, candidate)) draft.localCandidates = append(draft.localCandidates, candidate);
  emit(draft, { type: "icecandidate", candidate });
}
