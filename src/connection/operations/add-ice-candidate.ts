import type { CandidateInit } from "../candidate.ts";
import { type Draft, emit, transceiverWithId } from "../draft.ts";
import {
  type MediaDescription,
  type MediaDescriptions,
  noMediaDescriptions,
  sectionWithMid,
} from "../media-description/media-description.ts";
import { refuseCall } from "../rejection/call-rejection.ts";
import type { CallRejectionCode } from "../rejection/call-rejection-codes.ts";
import { append } from "../structure/list.ts";
import { decideOperation, executed, resolveOperation } from "./chain.ts";

/**
 * Executes addIceCandidate(): a candidate has to find its m= section, and its ICE generation there.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-addicecandidate
 */
export function executeAddIceCandidate(draft: Draft, candidate: CandidateInit) {
  const { pendingRemoteDescription, currentRemoteDescription } = draft.mediaDescriptions;
  const remote = pendingRemoteDescription ?? currentRemoteDescription;
  const refuse = (code: CallRejectionCode, reason: string, remedy: string): void =>
    decideOperation(draft, refuseCall(draft, "addIceCandidate", code, reason, remedy));
  if (remote === null) {
    const remedy = "Await setRemoteDescription() before the candidates that belong to it.";
    return refuse("candidate-without-remote-description", "no remote description is set", remedy);
  }
  const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
  const section = sectionNamedBy(remote, candidate);
  if (section === null && sdpMid !== null) {
    const remedy = "Pass the candidate to the connection for which it was gathered.";
    return refuse("candidate-for-unknown-mid", "the remote description has no m= section with its sdpMid", remedy);
  }
  if (section === null && sdpMLineIndex !== null) {
    const remedy = "Pass the candidate to the connection for which it was gathered.";
    return refuse("candidate-for-unknown-index", "the remote description has no m= section at its index", remedy);
  }
  if (section !== null && belongsToStopped(draft, section)) return decideOperation(draft, null);
  const applied = [pendingRemoteDescription, currentRemoteDescription];
  if (usernameFragment !== null && !hasGeneration(applied, section, usernameFragment)) {
    const remedy =
      "Set the description first that has this ICE generation; drop candidates of offers that were ignored.";
    return refuse("candidate-for-unknown-generation", "no remote description has its usernameFragment", remedy);
  }
  draft.progress = Object.freeze({ phase: "adding-candidate", candidate });
  const work = Object.freeze({ kind: "add-candidate", candidate });
  emit(draft, { type: "start", operation: executed(draft).id, work });
}

/** The task of a candidate that was added: it belongs to the remote descriptions of its generation. */
export function finishAddIceCandidate(draft: Draft, candidate: CandidateInit): void {
  draft.remoteCandidates = append(
    draft.remoteCandidates,
    Object.freeze({ ...candidate, ...generationOf(draft, candidate) }),
  );
  resolveOperation(draft);
}

// A candidate without a generation is of the most recent one.
function generationOf({ mediaDescriptions }: Draft, candidate: CandidateInit): Partial<CandidateInit> {
  const { pendingRemoteDescription, currentRemoteDescription } = mediaDescriptions;
  const remote = pendingRemoteDescription ?? currentRemoteDescription;
  if (candidate.usernameFragment !== null || remote === null) return {};
  return { usernameFragment: sectionNamedBy(remote, candidate)?.iceCredentials?.usernameFragment ?? null };
}

// The m= section that a candidate names.
function sectionNamedBy(remote: MediaDescriptions, { sdpMid, sdpMLineIndex }: CandidateInit): MediaDescription | null {
  if (sdpMid !== null) return sectionWithMid(remote, sdpMid);
  return sdpMLineIndex === null ? null : (remote.sections[sdpMLineIndex] ?? null);
}

// A stopped transceiver may have left the set; then its m= section is rejected.
function belongsToStopped(draft: Draft, { mid, kind, rejected }: MediaDescription): boolean {
  if (kind === null || rejected) return kind !== null;
  return transceiverWithId(draft, draft.associations[`:${mid}`] ?? -1)?.stopped ?? false;
}

/** Whether a remote description has that generation: in the section, or in any where the candidate names none. */
function hasGeneration(
  applied: readonly (MediaDescriptions | null)[],
  section: MediaDescription | null,
  usernameFragment: string,
): boolean {
  return applied.some((description) => {
    const { sections } = description ?? noMediaDescriptions;
    const named = section === null ? sections : [sectionWithMid(description ?? noMediaDescriptions, section.mid)];
    return named.some((one) => one?.iceCredentials?.usernameFragment === usernameFragment);
  });
}
