/** What one negotiator sends to the other. */
export type SignalingMessage =
  | { readonly description: RTCSessionDescriptionInit | null }
  | { readonly candidate: RTCIceCandidateInit | null };

/** One side of a perfect negotiation. */
export interface Negotiator {
  receive(message: SignalingMessage): Promise<void>;
  /** Is it neither making an offer nor waiting for an answer? */
  isSettled(): boolean;
  /** The errors of its refused calls. */
  readonly errors: readonly string[];
}

/**
 * The pattern of webrtc-pc: both sides negotiate whenever they need to. On a collision the polite side rolls back its own
 * offer, implicitly, and the impolite side ignores the other's offer.
 *
 * @see https://w3c.github.io/webrtc-pc/#perfect-negotiation-example
 */
export function negotiate(
  pc: RTCPeerConnection,
  polite: boolean,
  send: (message: SignalingMessage) => void,
): Negotiator {
  const errors: string[] = [];
  let makingOffer = false;
  let ignoreOffer = false;
  let settingAnswer = false;

  pc.addEventListener("icecandidate", ({ candidate }) => send({ candidate }));
  pc.addEventListener("negotiationneeded", async () => {
    makingOffer = true;
    await attempt(() => pc.setLocalDescription());
    makingOffer = false;
    if (pc.signalingState === "have-local-offer") send({ description: pc.localDescription });
  });

  async function attempt(call: () => Promise<void>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      errors.push(String(error));
      return false;
    }
  }

  async function receiveDescription(description: RTCSessionDescriptionInit): Promise<void> {
    const ready = !makingOffer && (pc.signalingState === "stable" || settingAnswer);
    ignoreOffer = !polite && description.type === "offer" && !ready;
    if (ignoreOffer) return;
    settingAnswer = description.type === "answer";
    const applied = await attempt(() => pc.setRemoteDescription(description));
    settingAnswer = false;
    if (!applied || description.type !== "offer") return;
    if (await attempt(() => pc.setLocalDescription())) send({ description: pc.localDescription });
  }

  async function receiveCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    // The candidates of an ignored offer belong to no description.
    await pc.addIceCandidate(candidate).catch((error) => ignoreOffer || errors.push(String(error)));
  }

  return {
    errors,
    isSettled: () => !makingOffer && pc.signalingState === "stable",
    async receive(message) {
      if ("candidate" in message) await receiveCandidate(message.candidate);
      else if (message.description !== null) await receiveDescription(message.description);
    },
  };
}
