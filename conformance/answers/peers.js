// Peer connections in a page, by themselves and in pairs that run the same code.

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const outcome = (promise) =>
  promise.then(
    () => "resolved",
    ({ name, message }) => `${name} (${message})`,
  );
export const ufragIn = (description) => /a=ice-ufrag:(.*)/.exec(description.sdp)[1].trim();
export const copyOf = ({ type, sdp }) => ({ type, sdp });
export const rollback = { type: "rollback" };

export function peer(...kinds) {
  const pc = new RTCPeerConnection();
  for (const kind of kinds) pc.addTransceiver(kind);
  pc.candidates = [];
  pc.addEventListener("icecandidate", ({ candidate }) => candidate?.candidate && pc.candidates.push(candidate));
  return pc;
}

export function audioTrack() {
  return new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0];
}

export async function negotiate(offerer, answerer) {
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription);
  await answerer.setLocalDescription();
  await offerer.setRemoteDescription(answerer.localDescription);
}

/** Two sides that run the same code, over a network that delivers after 30 ms. What goes wrong is in `errors`. */
export function connect(code, delay = 30) {
  const errors = [];
  const sides = { a: null, b: null };
  for (const name of ["a", "b"]) {
    const side = { name, polite: name === "b", pc: new RTCPeerConnection(), sent: [] };
    const other = () => (name === "a" ? sides.b : sides.a);
    side.send = (message) => {
      side.sent.push(message.type);
      const copy = message.sdp === undefined ? message : copyOf(message);
      setTimeout(() => other().deliver(copy), delay);
    };
    side.onMessage = (handler) => {
      side.deliver = async (message) => {
        await Promise.resolve(handler(message)).catch((error) => errors.push(`${error.name} (${error.message})`));
      };
    };
    sides[name] = side;
  }
  code(sides.a);
  code(sides.b);
  const states = () => `${sides.a.pc.signalingState}/${sides.b.pc.signalingState}`;
  return { ...sides, errors, states };
}

export const perfect = (looksAtAnswers, before) => (side) => {
  const { pc, polite, send, onMessage } = side;
  let makingOffer = false;
  let isSettingRemoteAnswerPending = false;
  pc.onnegotiationneeded = async () => {
    makingOffer = true;
    await pc.setLocalDescription();
    send(pc.localDescription);
    makingOffer = false;
  };
  onMessage(async (description) => {
    if (before?.(side, description)) return;
    const isSettled = pc.signalingState === "stable" || (looksAtAnswers && isSettingRemoteAnswerPending);
    if (!polite && description.type === "offer" && (makingOffer || !isSettled)) return;
    isSettingRemoteAnswerPending = description.type === "answer";
    await pc.setRemoteDescription(description);
    isSettingRemoteAnswerPending = false;
    if (description.type !== "offer") return;
    await pc.setLocalDescription();
    send(pc.localDescription);
  });
};

/** Two connected sides. The other one sends, or may. */
export async function withMedia(sends) {
  const [judged, other] = [peer(), peer()];
  judged.addEventListener("icecandidate", ({ candidate }) => candidate && other.addIceCandidate(candidate));
  other.addEventListener("icecandidate", ({ candidate }) => candidate && judged.addIceCandidate(candidate));
  const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks();
  other.addTransceiver(sends ? track : "audio");
  await other.setLocalDescription();
  await judged.setRemoteDescription(other.localDescription);
  judged.getTransceivers()[0].direction = "sendrecv";
  await judged.setLocalDescription();
  await other.setRemoteDescription(judged.localDescription);
  while (judged.connectionState !== "connected") await wait(100);
  await wait(1500);
  return { judged, other, track };
}
