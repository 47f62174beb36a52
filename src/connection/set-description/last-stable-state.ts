import { changeTransceivers, type Draft } from "../draft.ts";
import type { Receiver, Sender } from "../transceivers/transceiver.ts";

/**
 * Remembers, when an offer leads away from stable, what a rollback will restore.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function rememberStableState(draft: Draft): void {
  draft.lastStableStateSctpTransport = draft.sctpTransport;
  changeTransceivers(draft, (transceiver) => ({
    ...transceiver,
    sender: stableSender(transceiver.sender),
    receiver: stableReceiver(transceiver.receiver),
  }));
}

function stableSender(sender: Sender): Sender {
  const [lone, another] = sender.sendEncodings;
  const isRidless = another === undefined && lone?.rid === null;
  return Object.freeze({
    ...sender,
    lastStableStateTransport: sender.transport,
    lastStableRidlessSendEncodings: isRidless ? sender.sendEncodings : null,
  });
}

function stableReceiver(receiver: Receiver): Receiver {
  return Object.freeze({
    ...receiver,
    lastStableStateTransport: receiver.transport,
    lastStableStateAssociatedRemoteMediaStreams: receiver.associatedRemoteMediaStreams,
  });
}
