// Why does perfect negotiation have isSettingRemoteAnswerPending? See docs/answers/answer-still-being-set.md.
import { exploreNegotiation } from "jsep-machine/testing";

// Perfect negotiation without trickling, with and without that variable.
const negotiate = (looksAtAnswers) => (peer) => {
  const { pc, polite, send, onMessage } = peer;
  let makingOffer = false;
  let isSettingRemoteAnswerPending = false;

  pc.onnegotiationneeded = async () => {
    makingOffer = true;
    await pc.setLocalDescription();
    send(pc.localDescription);
    makingOffer = false;
  };
  onMessage(async (description) => {
    const isSettled = pc.signalingState === "stable" || (looksAtAnswers && isSettingRemoteAnswerPending);
    if (!polite && description.type === "offer" && (makingOffer || !isSettled)) return;
    isSettingRemoteAnswerPending = description.type === "answer";
    await pc.setRemoteDescription(description);
    isSettingRemoteAnswerPending = false;
    if (description.type !== "offer") return;
    await pc.setLocalDescription();
    send(pc.localDescription);
  });
  pc.addTransceiver("audio");
};

const options = { actions: [], except: ["no-candidate-lost"], bounds: { schedules: 0 } };
for (const looksAtAnswers of [true, false]) {
  const { verdict, states, exhaustive, violation } = await exploreNegotiation(negotiate(looksAtAnswers), options);
  const all = exhaustive ? ", all there are" : "";
  console.log(`${looksAtAnswers ? "with" : "without"} the variable: ${verdict}, ${states} states${all}`);
  if (violation) console.log(`  ${violation.property}: ${violation.message}\n${violation.ladder}`);
}
