import { candidateGathered, runSurfaceCandidate } from "../candidates/surface-a-candidate.ts";
import type { Connection, SteppedConnection } from "../connection.ts";
import { dataChannelClosed, dataChannelOpened } from "../data-channels.ts";
import { type Draft, draftOf, finished, isClosed, putTransceiver, transceiverWithId } from "../draft.ts";
import {
  runFireNegotiationNeeded,
  runUpdateNegotiationNeeded,
  updateNegotiationNeededFlag,
} from "../negotiation-needed/update-negotiation-needed.ts";
import type { Task } from "../operation.ts";
import type { ReadInput } from "../read-input.ts";
import { setMuted } from "../set-description/consequences.ts";
import { dequeued, firstWaiting } from "../structure/queue.ts";
import type { Encoding } from "../transceivers/transceiver.ts";
import { rejectOperation, resolveOperation } from "./chain.ts";
import { isExecuted, workApplied, workCreated, workFailed } from "./end-of-work.ts";
import { executeFirst } from "./execute.ts";
import { removeSettledOperation } from "./reaction.ts";

/** The step of an input that was read; null for what is no input. */
export function stepWith(connection: Connection, input: ReadInput | null): SteppedConnection {
  const draft = draftOf(connection);
  if (input !== null) takeInput(draft, input);
  executeFirst(draft);
  return finished(connection, draft);
}

/** Takes an input that was read. */
export function takeInput(draft: Draft, input: ReadInput) {
  switch (input.type) {
    case "call":
      return input.run(draft, input.call);
    case "task":
      return runTask(draft, input.task);
    case "gathered":
      return candidateGathered(draft, input.candidate);
    case "media":
      return mediaFlows(draft, input.transceiver, input.flows);
    case "send-encodings":
      return configureSender(draft, input.transceiver, input.encodings);
    case "data-channel-opened":
      return dataChannelOpened(draft, input.id);
    case "data-channel-closed":
      return dataChannelClosed(draft, input.channel);
    case "negotiation-needed":
      return isClosed(draft) ? undefined : updateNegotiationNeededFlag(draft);
    default:
      if (isExecuted(draft, input.operation)) goOnWith(draft, input);
  }
}

function goOnWith(draft: Draft, input: ReadInput & { readonly operation: number }) {
  switch (input.type) {
    case "created":
      return workCreated(draft, input.sdp);
    case "applied":
      return workApplied(draft);
    case "failed":
      return workFailed(draft, input);
    case "reaction":
      return runReaction(draft);
  }
}

function runReaction(draft: Draft): void {
  const { progress } = draft;
  if (progress?.phase === "settled") removeSettledOperation(draft);
  if (progress?.phase !== "decided") return;
  if (progress.rejection === null) resolveOperation(draft);
  else rejectOperation(draft, progress.rejection);
}

function runTask(draft: Draft, id: number): void {
  const task = firstWaiting(draft.tasks);
  if (task === undefined || task.id !== id) return;
  draft.tasks = dequeued(draft.tasks);
  run(draft, task);
}

function run(draft: Draft, task: Task) {
  switch (task.kind) {
    case "update-negotiation-needed":
      return runUpdateNegotiationNeeded(draft);
    case "fire-negotiationneeded":
      return runFireNegotiationNeeded(draft);
    case "surface-candidate":
      return runSurfaceCandidate(draft, task.candidate);
    case "reject":
      return rejectOperation(draft, task.rejection);
    case "resolve":
      return resolveOperation(draft);
  }
}

/**
 * Media for a receptive transceiver unmutes its track; the end of its source mutes it.
 *
 * @see https://w3c.github.io/webrtc-pc/#mediastreamtrack-network-use
 */
function mediaFlows(draft: Draft, id: number, flows: boolean): void {
  const transceiver = transceiverWithId(draft, id);
  if (transceiver === undefined || transceiver.stopping || isClosed(draft)) return;
  if (transceiver.receiver.muted !== flows) return;
  if (!flows || transceiver.receptive) setMuted(draft, id, !flows);
}

/** A sender was configured with other encodings. @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-setparameters */
function configureSender(draft: Draft, id: number, encodings: readonly Encoding[]): void {
  const transceiver = transceiverWithId(draft, id);
  if (transceiver === undefined || isClosed(draft)) return;
  const { sender } = transceiver;
  const fits =
    encodings.length === sender.sendEncodings.length &&
    encodings.every(({ rid }, index) => rid === sender.sendEncodings[index]?.rid);
  if (!fits) return;
  const sendEncodings = Object.freeze(encodings.map((each) => Object.freeze({ ...each })));
  putTransceiver(draft, { ...transceiver, sender: Object.freeze({ ...sender, sendEncodings }) });
}
