import type { Draft } from "../draft.ts";
import { iceCredentialsOf, type MediaDescriptions } from "../media-description/media-description.ts";
import { type List, listedItems, listFrom } from "../structure/list.ts";

/** Forgets, once the connection is stable, the candidates of ICE generations that no description has any more. */
export function forgetCandidates(draft: Draft): void {
  const { currentLocalDescription, currentRemoteDescription } = draft.mediaDescriptions;
  draft.localCandidates = ofGenerations(draft.localCandidates, currentLocalDescription);
  draft.remoteCandidates = ofGenerations(draft.remoteCandidates, currentRemoteDescription);
}

function ofGenerations<Candidate extends { readonly usernameFragment: string | null }>(
  candidates: List<Candidate>,
  description: MediaDescriptions | null,
): List<Candidate> {
  if (candidates.size === 0) return candidates;
  const used = new Set<string | null>(
    description === null ? [] : iceCredentialsOf(description).map(({ usernameFragment }) => usernameFragment),
  );
  const items = listedItems(candidates);
  const left = items.filter(({ usernameFragment }) => used.has(usernameFragment));
  return left.length === items.length ? candidates : listFrom(left);
}
