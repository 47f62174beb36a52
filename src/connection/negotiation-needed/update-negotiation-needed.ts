import { type Draft, emit } from "../draft.ts";
import { chain } from "../operations/chain.ts";
import { lengthOf } from "../structure/queue.ts";
import { queueTask } from "../tasks.ts";
import { isNegotiationNeeded } from "./check-if-negotiation-is-needed.ts";

/**
 * Updates the negotiation-needed flag: in a task of its own, and not before the operations chain is empty. Earlier
 * revisions did it at once, or went through the chain.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-update-the-negotiation-needed-flag
 */
export function updateNegotiationNeededFlag(draft: Draft) {
  switch (draft.options.revision.negotiationNeeded) {
    case "empty-chain":
      if (waitsForEmptyChain(draft)) return;
      return queueTask(draft, { kind: "update-negotiation-needed" });
    case "queue-then-chain":
      return queueTask(draft, { kind: "update-negotiation-needed" });
    default:
      // At once: what was changed is of this very step.
      draft.negotiationChecked = false;
      return setNegotiationNeeded(draft, fireLater);
  }
}

/** The turn of the task that updates the flag. A closed connection has no tasks, and is not stable. */
export function runUpdateNegotiationNeeded(draft: Draft) {
  if (draft.options.revision.negotiationNeeded !== "empty-chain") {
    return chain(draft, null, { kind: "updateNegotiationNeeded" });
  }
  if (waitsForEmptyChain(draft)) return;
  setNegotiationNeeded(draft, fire);
}

/** The steps that set or clear the flag; where it is set, the event is fired as that function does it. */
export function setNegotiationNeeded(draft: Draft, fireEvent: (draft: Draft) => void): void {
  if (draft.session.signalingState !== "stable" || draft.negotiationChecked) return;
  draft.negotiationChecked = true;
  if (!isNegotiationNeeded(draft)) {
    draft.negotiationNeeded = false;
    return;
  }
  if (draft.negotiationNeeded) return;
  draft.negotiationNeeded = true;
  fireEvent(draft);
}

/**
 * What a description that leads to stable does to the flag. Before #2472 the flag was not cleared, and the event fired
 * again where the flag had been set already.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function updateNegotiationNeededInStable(draft: Draft) {
  if (draft.options.revision.clearsNegotiationNeeded) {
    draft.negotiationNeeded = false;
    return updateNegotiationNeededFlag(draft);
  }
  const before = draft.negotiationNeeded;
  updateNegotiationNeededFlag(draft);
  if (before && draft.negotiationNeeded) fireLater(draft);
}

/** The turn of a task of earlier revisions that fires the event. */
export function runFireNegotiationNeeded(draft: Draft): void {
  const { revision } = draft.options;
  if (revision.clearsNegotiationNeeded && draft.session.signalingState !== "stable") return;
  if (draft.negotiationNeeded) fire(draft);
}

/** Fires the event. */
export function fire(draft: Draft): void {
  emit(draft, { type: "negotiationneeded" });
}

function fireLater(draft: Draft): void {
  if (draft.options.revision.negotiationNeeded === "queue") queueTask(draft, { kind: "fire-negotiationneeded" });
  else chain(draft, null, { kind: "queueNegotiationNeeded" });
}

function waitsForEmptyChain(draft: Draft): boolean {
  if (lengthOf(draft.operations) === 0) return false;
  draft.updateNegotiationNeededFlagOnEmptyChain = true;
  return true;
}
