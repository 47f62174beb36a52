import type { Draft } from "../draft.ts";
import { updateNegotiationNeededFlag } from "../negotiation-needed/update-negotiation-needed.ts";
import { dequeued, lengthOf } from "../structure/queue.ts";

/**
 * Reacts to the settled promise of the first operation: it leaves the chain, and the next one is executed before the
 * step ends. Only an empty chain lets the negotiation-needed flag be updated.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-chain
 */
export function removeSettledOperation(draft: Draft): void {
  draft.operations = dequeued(draft.operations);
  draft.progress = null;
  if (lengthOf(draft.operations) > 0 || !draft.updateNegotiationNeededFlagOnEmptyChain) return;
  draft.updateNegotiationNeededFlagOnEmptyChain = false;
  updateNegotiationNeededFlag(draft);
}
