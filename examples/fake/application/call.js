// The application under test: one side of a call, by perfect negotiation. `signaling` has send() and onmessage.
export function createCall(signaling, { polite = false } = {}) {
  const pc = new RTCPeerConnection();
  const call = { pc, error: null, messages: [], send: (text) => call.channel.send(text) };
  let makingOffer = false;
  let ignoreOffer = false;

  function use(channel) {
    call.channel = channel;
    channel.onmessage = ({ data }) => call.messages.push(data);
  }
  pc.ondatachannel = ({ channel }) => use(channel);
  pc.onicecandidate = ({ candidate }) => signaling.send({ candidate });
  pc.onnegotiationneeded = async () => {
    try {
      makingOffer = true;
      await pc.setLocalDescription();
      signaling.send({ description: pc.localDescription });
    } catch (error) {
      call.error = error;
    } finally {
      makingOffer = false;
    }
  };
  signaling.onmessage = async ({ description, candidate }) => {
    try {
      if (description) {
        ignoreOffer = !polite && description.type === "offer" && (makingOffer || pc.signalingState !== "stable");
        if (ignoreOffer) return;
        await pc.setRemoteDescription(description);
        if (description.type !== "offer") return;
        await pc.setLocalDescription();
        signaling.send({ description: pc.localDescription });
      } else if (!ignoreOffer) {
        await pc.addIceCandidate(candidate);
      }
    } catch (error) {
      call.error = error;
    }
  };
  call.start = () => use(pc.createDataChannel("chat"));
  call.hangUp = () => pc.close();
  return call;
}

// Two ends of a signaling channel: what one sends arrives at the other, as it would from a server.
export function signalingPair() {
  const ends = [{}, {}];
  for (const [index, end] of ends.entries()) {
    end.send = (message) => {
      const sent = JSON.parse(JSON.stringify(message));
      setTimeout(() => ends[1 - index].onmessage(sent));
    };
  }
  return ends;
}
