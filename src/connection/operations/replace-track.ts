import { type Draft, emit, putTransceiver, transceiverWithId } from "../draft.ts";
import { refuseCall } from "../rejection/call-rejection.ts";
import { queueTask } from "../tasks.ts";
import { decideOperation, executed } from "./chain.ts";

/** Executes replaceTrack(). @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-replacetrack */
export function executeReplaceTrack(draft: Draft, id: number, track: string | null) {
  const transceiver = transceiverWithId(draft, id);
  if (transceiver === undefined || transceiver.stopping) {
    const reason = "the transceiver is stopped or stopping";
    const remedy = "Add another transceiver.";
    return decideOperation(draft, refuseCall(draft, "replaceTrack", "transceiver-stopped", reason, remedy));
  }
  draft.progress = Object.freeze({ phase: "replacing-track" });
  const work = Object.freeze({ kind: "replace-track", transceiver: id, track });
  emit(draft, { type: "start", operation: executed(draft).id, work });
}

/** The task of a track that was replaced: the promise is resolved in another one. */
export function finishReplaceTrack(draft: Draft, id: number, track: string | null): void {
  const transceiver = transceiverWithId(draft, id);
  if (transceiver !== undefined) {
    putTransceiver(draft, { ...transceiver, sender: Object.freeze({ ...transceiver.sender, track }) });
  }
  draft.progress = Object.freeze({ phase: "settling" });
  queueTask(draft, { kind: "resolve", operation: executed(draft).id });
}
