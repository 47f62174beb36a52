// What happens where both sides offer and neither has a role? See docs/answers/glare-without-roles.md.
import { exploreNegotiation } from "jsep-machine/testing";

// Each side offers when it needs to. `ignores` says which offers it leaves aside while its own is under way.
const negotiate = (ignores) => (peer) => {
  const { pc, send, onMessage } = peer;
  let makingOffer = false;
  pc.onnegotiationneeded = async () => {
    makingOffer = true;
    await pc.setLocalDescription();
    send(pc.localDescription);
    makingOffer = false;
  };
  onMessage(async (description) => {
    const collides = description.type === "offer" && (makingOffer || pc.signalingState === "have-local-offer");
    if (collides && ignores(peer)) return;
    await pc.setRemoteDescription(description);
    if (description.type !== "offer") return;
    await pc.setLocalDescription();
    send(pc.localDescription);
  });
  pc.addTransceiver("audio");
};

const options = { actions: [], except: ["no-candidate-lost"], bounds: { schedules: 0 } };
for (const [name, ignores] of Object.entries({
  "both accept the other's offer": () => false,
  "both ignore the other's offer": () => true,
})) {
  const { states, violation } = await exploreNegotiation(negotiate(ignores), options);
  console.log(`${name}: ${violation.property}, found in ${states} states`);
  console.log(violation.ladder);
}
