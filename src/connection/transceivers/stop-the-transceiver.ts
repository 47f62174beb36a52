import { type Draft, emit } from "../draft.ts";
import type { Transceiver } from "./transceiver.ts";

/** Stops sending and receiving. @see https://w3c.github.io/webrtc-pc/#dfn-stop-sending-and-receiving */
export function stopSendingAndReceiving(draft: Draft, transceiver: Transceiver): Transceiver {
  emit(draft, { type: "stop-sending-and-receiving", transceiver: transceiver.id });
  emit(draft, { type: "ended", transceiver: transceiver.id });
  return { ...transceiver, direction: "inactive", stopping: true };
}

/** Stops the transceiver for good. @see https://w3c.github.io/webrtc-pc/#dfn-stop-the-rtcrtptransceiver */
export function stopTransceiver(draft: Draft, transceiver: Transceiver): Transceiver {
  const stopping = transceiver.stopping ? transceiver : stopSendingAndReceiving(draft, transceiver);
  return {
    ...stopping,
    stopped: true,
    receptive: false,
    currentDirection: null,
    receiver: Object.freeze({
      ...stopping.receiver,
      associatedRemoteMediaStreams: noStreams,
      lastStableStateAssociatedRemoteMediaStreams: noStreams,
    }),
  };
}

const noStreams: readonly string[] = /* @__PURE__ */ Object.freeze([]);
