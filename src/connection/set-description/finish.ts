import { withDescription } from "../../session/apply.ts";
import { forgetCandidates } from "../candidates/forget-candidates.ts";
import { releaseCandidates } from "../candidates/surface-a-candidate.ts";
import { type Draft, emit } from "../draft.ts";
import { markModified } from "../modified.ts";
import { updateNegotiationNeededInStable } from "../negotiation-needed/update-negotiation-needed.ts";
import type { Progress } from "../operation.ts";
import { applyLocalDescription } from "./apply-local-description.ts";
import { applyRemoteDescription } from "./apply-remote-description.ts";
import { emitConsequences, noConsequences } from "./consequences.ts";
import { associateDataChannels, setSctpTransport } from "./data.ts";
import { forgetReplacedCredentials } from "./ice-credentials.ts";
import { rememberStableState } from "./last-stable-state.ts";
import { storeMediaDescriptions } from "./media-descriptions.ts";
import { removeStoppedTransceivers } from "./remove-stopped-transceivers.ts";
import { rollBack } from "./rollback.ts";
import { associationsOf, closeUnusedTransports, transportsOf } from "./transports.ts";

/**
 * The task that a description has which the stack has applied: the slots, the transceivers and the events. The promise
 * is left to the caller.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function finishSetDescription(draft: Draft, progress: Progress & { readonly phase: "applying" }): void {
  const { side, description, signalingState } = progress;
  const { type } = description;
  const before = draft.session.signalingState;
  const consequences = noConsequences();
  if (type === "offer" && before === "stable") rememberStableState(draft);
  const isNegotiated = type === "answer";

  // A rollback reads the state before it; the others change the slots first.
  if (type === "rollback") rollBack(draft, consequences);
  const slotsBefore = draft.session;
  draft.session = withDescription(slotsBefore, side, description, signalingState);
  const media = storeMediaDescriptions(draft, slotsBefore, description);
  const transports = transportsOf(draft, media, type !== "offer");
  if (type !== "rollback") {
    if (side === "local") releaseCandidates(draft);
    if (isNegotiated) forgetReplacedCredentials(draft);
    setSctpTransport(draft, type, media, transports);
    if (type !== "offer") associateDataChannels(draft, side, media, consequences);
    if (side === "local") applyLocalDescription(draft, type, media, transports, consequences);
    else applyRemoteDescription(draft, type, media, transports, consequences);
  }
  if (isNegotiated) removeStoppedTransceivers(draft);
  draft.associations = associationsOf(draft);
  // What was set is what was created; everything else changes what would be.
  if (side === "remote" || isNegotiated || type === "rollback") markModified(draft);
  if (signalingState === "stable") {
    closeUnusedTransports(draft);
    forgetCandidates(draft);
    updateNegotiationNeededInStable(draft);
  }
  if (signalingState !== before) emit(draft, { type: "signalingstatechange", signalingState });
  emitConsequences(draft, consequences);
}
