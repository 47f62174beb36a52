// Perfect negotiation, as webrtc-pc describes it: both sides may offer at any time, and the polite one yields.
// Explore it: npx jsep-machine explore perfect-negotiation.mjs
export default function negotiate({ pc, polite, send, onMessage }) {
  let makingOffer = false;
  let ignoreOffer = false;
  let settingAnswer = false;

  pc.onnegotiationneeded = async () => {
    makingOffer = true;
    try {
      await pc.setLocalDescription();
      send({ description: pc.localDescription });
    } finally {
      makingOffer = false;
    }
  };
  pc.onicecandidate = ({ candidate }) => send({ candidate });

  onMessage(async ({ description, candidate }) => {
    if (description) {
      const isReady = !makingOffer && (pc.signalingState === "stable" || settingAnswer);
      ignoreOffer = !polite && description.type === "offer" && !isReady;
      if (ignoreOffer) return;
      settingAnswer = description.type === "answer";
      await pc.setRemoteDescription(description);
      settingAnswer = false;
      if (description.type !== "offer") return;
      await pc.setLocalDescription();
      send({ description: pc.localDescription });
    } else {
      try {
        await pc.addIceCandidate(candidate);
      } catch (error) {
        if (!ignoreOffer) throw error;
      }
    }
  });
}
