import type { LocalCandidate } from "../../connection/candidate.ts";

/** What a peer connection provides to its endpoint. The functions that report something are called in a task. */
export interface EndpointSink {
  /** The ICE agent has gathered a candidate; "" ends those of a generation. Report the input `gathered`. */
  gathered(candidate: LocalCandidate): void;
  /** `iceGatheringState` has changed: fire `icegatheringstatechange`. */
  iceGatheringStateChanged(): void;
  /** All of gathering has ended: fire `icecandidate` with the candidate null. */
  gatheringEnded(): void;
  /** `iceConnectionState` has changed: fire `iceconnectionstatechange`. */
  iceConnectionStateChanged(): void;
  /** `connectionState` has changed: fire `connectionstatechange`. */
  connectionStateChanged(): void;
  /** The peer has opened a data channel. Report the input `data-channel-opened`; `open` follows in a task of its own. */
  dataChannelOpened(id: number): void;
  /** A data channel is closed on both sides. Report the input `data-channel-closed`. */
  dataChannelClosed(channel: number): void;
  /** Media for that transceiver flows, or its source has said BYE. Report the input `media`. */
  mediaFlows(transceiver: number, flows: boolean): void;
  /** The certificate of the connection, as the peer's getRemoteCertificates() has it, and the value of its fingerprint. */
  readonly certificate: { readonly der: ArrayBuffer; readonly fingerprint: string };
}
