// "Failed to set remote answer sdp: Called in wrong state: stable". See docs/answers/called-in-wrong-state-stable.md.
import { exploreNegotiation } from "jsep-machine/testing";

// One side offers, the other answers. `drops` says which messages the code leaves aside.
const negotiate = (drops) => (peer) => {
  const { pc, send, onMessage } = peer;
  let sent = 0;
  let received = 0;
  pc.onnegotiationneeded = async () => {
    await pc.setLocalDescription();
    send({ description: pc.localDescription, number: ++sent });
  };
  onMessage(async ({ description, number }) => {
    if (drops({ pc, description, isSeen: number <= received })) return;
    received = number;
    await pc.setRemoteDescription(description);
    if (description.type === "answer") return;
    await pc.setLocalDescription();
    send({ description: pc.localDescription, number: ++sent });
  });
};

const none = () => false;
const byState = ({ pc, description }) => description.type === "answer" && pc.signalingState !== "have-local-offer";
const bounds = { schedules: 0 };
const options = { actions: [{ peer: "a", do: "addTransceiver" }], except: ["no-candidate-lost"], bounds };
for (const [name, drops, faults] of [
  ["each message arrives once", none, []],
  ["one may arrive twice", none, ["duplicate"]],
  ["the same, and answers are dropped unless signalingState is have-local-offer", byState, ["duplicate"]],
  ["the same, and messages with a number that was seen are dropped", ({ isSeen }) => isSeen, ["duplicate"]],
]) {
  const { verdict, states, exhaustive, violation } = await exploreNegotiation(negotiate(drops), { ...options, faults });
  console.log(`${name}: ${verdict}, ${states} states${exhaustive ? ", all there are" : ""}`);
  if (violation && drops === byState) console.log(violation.ladder);
}
