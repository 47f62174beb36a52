// Is a candidate lost that arrives while setRemoteDescription() is awaited? See docs/answers/candidate-while-awaiting.md.
import { exploreNegotiation } from "jsep-machine/testing";

// Perfect negotiation, in which the handler of messages waits for something before it sets a description.
const negotiate = (before) => (peer) => {
  const { pc, polite, send, onMessage } = peer;
  let makingOffer = false;
  let ignoreOffer = false;
  let isSettingRemoteAnswerPending = false;

  pc.onicecandidate = ({ candidate }) => candidate?.candidate && send({ candidate });
  pc.onnegotiationneeded = async () => {
    makingOffer = true;
    await pc.setLocalDescription();
    send({ description: pc.localDescription });
    makingOffer = false;
  };
  onMessage(before.queues ? inTurn(receive) : receive);

  async function receive({ description, candidate }) {
    if (!description) {
      return pc.addIceCandidate(candidate).catch((error) => {
        if (!ignoreOffer) throw error;
      });
    }
    const isReady = !makingOffer && (pc.signalingState === "stable" || isSettingRemoteAnswerPending);
    ignoreOffer = !polite && description.type === "offer" && !isReady;
    if (ignoreOffer) return;
    if (before.waits) await navigator.mediaDevices.getUserMedia({ audio: true });
    isSettingRemoteAnswerPending = description.type === "answer";
    await pc.setRemoteDescription(description);
    isSettingRemoteAnswerPending = false;
    if (description.type !== "offer") return;
    await pc.setLocalDescription();
    send({ description: pc.localDescription });
  }
};

// Handles each message once the one before it is handled.
function inTurn(handle) {
  let last = Promise.resolve();
  return (message) => {
    last = last.then(() => handle(message));
  };
}

const options = { actions: [{ peer: "a", do: "addTransceiver" }], bounds: { schedules: 0 } };
for (const [name, before] of [
  ["as in the specification", {}],
  ["awaits getUserMedia() before setRemoteDescription()", { waits: true }],
  ["the same, one message at a time", { waits: true, queues: true }],
]) {
  const { verdict, states, exhaustive, violation } = await exploreNegotiation(negotiate(before), options);
  console.log(`${name}: ${verdict}, ${states} states${exhaustive ? ", all there are" : ""}`);
  if (violation) console.log(violation.ladder);
}
