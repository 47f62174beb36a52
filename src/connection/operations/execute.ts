import type { Draft } from "../draft.ts";
import { fire, setNegotiationNeeded } from "../negotiation-needed/update-negotiation-needed.ts";
import { beginSetLocalDescription, beginSetRemoteDescription } from "../set-description/begin.ts";
import { lengthOf } from "../structure/queue.ts";
import { queueTask } from "../tasks.ts";
import { executeAddIceCandidate } from "./add-ice-candidate.ts";
import { executed, resolveOperation } from "./chain.ts";
import { executeCreate } from "./create.ts";
import { executeReplaceTrack } from "./replace-track.ts";

/**
 * Executes the first operation of the chain, where it has not begun. Whether it is legal is decided now, whatever held
 * when it was called.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-chain
 */
export function executeFirst(draft: Draft) {
  if (draft.progress !== null || lengthOf(draft.operations) === 0) return;
  const { action } = executed(draft);
  switch (action.kind) {
    case "createOffer":
      return executeCreate(draft, "offer", action.iceRestart);
    case "createAnswer":
      return executeCreate(draft, "answer", false);
    case "setLocalDescription":
      return beginSetLocalDescription(draft, action.init);
    case "setRemoteDescription":
      return beginSetRemoteDescription(draft, action.init);
    case "addIceCandidate":
      return executeAddIceCandidate(draft, action.candidate);
    case "replaceTrack":
      return executeReplaceTrack(draft, action.transceiver, action.track);
    case "updateNegotiationNeeded":
      setNegotiationNeeded(draft, fire);
      return resolveOperation(draft);
    case "queueNegotiationNeeded":
      queueTask(draft, { kind: "fire-negotiationneeded" });
      return resolveOperation(draft);
  }
}
