// When must messages of signaling keep their order? See docs/answers/order-of-messages.md.
import { exploreNegotiation } from "jsep-machine/testing";

// Perfect negotiation. The first message of the sort `late` arrives at any time, whatever was sent after it.
const negotiate =
  (late, { offers, trickles, restarts = "" }) =>
  (peer) => {
    const { pc, polite, send, onMessage } = peer;
    let makingOffer = false;
    let ignoreOffer = false;
    let isSettingRemoteAnswerPending = false;
    let wasLate = false;
    let restarted = false;

    pc.onicecandidate = ({ candidate }) => candidate && trickles.includes(peer.name) && send({ candidate });
    pc.onnegotiationneeded = async () => {
      makingOffer = true;
      await pc.setLocalDescription();
      send({ description: pc.localDescription });
      makingOffer = false;
    };
    pc.onsignalingstatechange = () => {
      if (pc.signalingState !== "stable" || restarted || !restarts.includes(peer.name)) return;
      restarted = true;
      pc.restartIce();
    };
    onMessage((message) => {
      const sort = message.description?.type ?? "candidate";
      if (sort !== late || wasLate) return receive(message);
      wasLate = true;
      setTimeout(() => receive(message), 1); // the exploration chooses when
    });
    if (offers.includes(peer.name)) pc.addTransceiver("audio");

    async function receive({ description, candidate }) {
      if (!description) {
        return pc.addIceCandidate(candidate).catch((error) => {
          if (!ignoreOffer) throw error;
        });
      }
      const isReady = !makingOffer && (pc.signalingState === "stable" || isSettingRemoteAnswerPending);
      ignoreOffer = !polite && description.type === "offer" && !isReady;
      if (ignoreOffer) return;
      isSettingRemoteAnswerPending = description.type === "answer";
      await pc.setRemoteDescription(description);
      isSettingRemoteAnswerPending = false;
      if (description.type !== "offer") return;
      await pc.setLocalDescription();
      send({ description: pc.localDescription });
    }
  };

for (const [what, late, sides] of [
  ["one side offers, nothing is late", "nothing", { offers: "a", trickles: "ab" }],
  ["one side offers, a candidate is late", "candidate", { offers: "a", trickles: "ab" }],
  ["one side offers, the offer is late", "offer", { offers: "a", trickles: "ab" }],
  ["one side offers, the answer is late", "answer", { offers: "a", trickles: "ab" }],
  ["one side offers and restarts ICE, a candidate is late", "candidate", { offers: "a", trickles: "a", restarts: "a" }],
  ["both sides offer, a candidate is late", "candidate", { offers: "ab", trickles: "b" }],
  ["both sides offer, an answer is late", "answer", { offers: "ab", trickles: "" }],
]) {
  const except = sides.trickles === "ab" ? [] : ["no-candidate-lost"];
  const options = { actions: [], except, bounds: { schedules: 0 } };
  const { states, exhaustive, violation } = await exploreNegotiation(negotiate(late, sides), options);
  const all = exhaustive ? ", all there are" : "";
  console.log(`${what}:\n  ${violation?.message.split(".")[0] ?? "no violation"}; ${states} states${all}`);
  if (sides.trickles === "") console.log(violation.ladder);
}
