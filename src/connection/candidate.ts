/** RTCIceCandidateInit: a remote candidate, or an end of candidates where `candidate` is "". @see https://w3c.github.io/webrtc-pc/#dom-rtcicecandidateinit */
export interface CandidateInit {
  readonly candidate: string;
  readonly sdpMid: string | null;
  readonly sdpMLineIndex: number | null;
  readonly usernameFragment: string | null;
}

/** A local candidate, as the stack's ICE agent reports it. */
export interface LocalCandidate {
  /** The candidate-attribute: `candidate:…`; "" where gathering has ended. */
  readonly candidate: string;
  readonly sdpMid: string;
  readonly sdpMLineIndex: number;
  /** Of the ICE generation for which it was gathered. */
  readonly usernameFragment: string;
}
