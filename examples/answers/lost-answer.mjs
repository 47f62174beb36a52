// What does a lost answer do? See docs/answers/lost-answer.md.
import { exploreNegotiation } from "jsep-machine/testing";

// Perfect negotiation without trickling, in which one side offers and the first answer never arrives. `remedy` is what the
// offerer does then.
const negotiate = (offerer, remedy) => (peer) => {
  const { pc, name, polite, send, onMessage } = peer;
  let makingOffer = false;
  let isSettingRemoteAnswerPending = false;
  let wasLost = false;

  pc.onnegotiationneeded = async () => {
    makingOffer = true;
    await pc.setLocalDescription();
    send(pc.localDescription);
    makingOffer = false;
  };
  onMessage(async (description) => {
    if (description.type === "please-offer") return pc.addTransceiver("video");
    if (description.type === "answer" && name === offerer && !wasLost) {
      wasLost = true;
      return remedy(peer);
    }
    const isReady = !makingOffer && (pc.signalingState === "stable" || isSettingRemoteAnswerPending);
    if (!polite && description.type === "offer" && !isReady) return;
    isSettingRemoteAnswerPending = description.type === "answer";
    await pc.setRemoteDescription(description);
    isSettingRemoteAnswerPending = false;
    if (description.type !== "offer") return;
    await pc.setLocalDescription();
    send(pc.localDescription);
  });
  if (name === offerer) pc.addTransceiver("audio");
};

const remedies = {
  "does nothing": () => {},
  "calls restartIce()": ({ pc }) => pc.restartIce(),
  "waits for an offer of the other side": ({ send }) => send({ type: "please-offer" }),
  "sends its offer again": ({ pc, send }) => send(pc.localDescription),
  "rolls back": ({ pc }) => pc.setLocalDescription({ type: "rollback" }),
};
for (const [name, remedy] of Object.entries(remedies)) {
  for (const [role, offerer] of Object.entries({ impolite: "a", polite: "b" })) {
    const options = { actions: [], except: ["no-candidate-lost"], bounds: { schedules: 0 } };
    const { states, violation } = await exploreNegotiation(negotiate(offerer, remedy), options);
    const end = violation === null ? `recovers in all ${states} states` : `${violation.property}: ${violation.message}`;
    console.log(`the ${role} offerer ${name}:\n  ${end}`);
  }
}
