/** A call that was refused: it threw, or its promise was rejected. */
export interface Refusal {
  /** As in `RTCPeerConnection.addIceCandidate`. */
  readonly method: string;
  readonly error: string;
  readonly message: string;
  /** Where the rule stands; null where the refusal does not carry it. */
  readonly url: string | null;
}
