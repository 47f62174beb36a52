// Does a second offer, sent before the first one is answered, race with the answer? See docs/answers/pushy-sfu.md.
import { exploreNegotiation } from "jsep-machine/testing";

// One side is a server that sends two offers in a row, the other a client that answers each.
const negotiate = (answer) => (peer) => {
  const { name, pc, send, onMessage } = peer;
  onMessage(async (offer) => {
    if (name === "a") return;
    await answer(pc, offer);
    send(pc.localDescription);
  });
};

async function pushTwoOffers({ pc, send }) {
  for (const kind of ["audio", "video"]) {
    pc.addTransceiver(kind);
    await pc.setLocalDescription();
    send(pc.localDescription);
  }
}

const clients = {
  "awaits setRemoteDescription(offer), then calls setLocalDescription()": async (pc, offer) => {
    await pc.setRemoteDescription(offer);
    await pc.setLocalDescription();
  },
  "awaits setRemoteDescription(offer), then createAnswer(), then sets the answer": async (pc, offer) => {
    await pc.setRemoteDescription(offer);
    await pc.setLocalDescription(await pc.createAnswer());
  },
  "calls both at once, with Promise.all()": (pc, offer) =>
    Promise.all([pc.setRemoteDescription(offer), pc.setLocalDescription()]),
};

const onlyAnswers = {
  name: "client-only-answers",
  at: "state",
  holds: ({ b }) => b.signalingState !== "have-local-offer" || "it offers",
};
// The server sets no answer, so that it stays in have-local-offer.
const except = ["both-stable", "sections-agree", "no-candidate-lost"];
const actions = [{ peer: "a", do: pushTwoOffers }];
for (const [name, answer] of Object.entries(clients)) {
  const options = { actions, properties: [onlyAnswers], except, bounds: { schedules: 0 } };
  const { states, exhaustive, violation } = await exploreNegotiation(negotiate(answer), options);
  const found = violation === null ? "no violation" : `${violation.property}: ${violation.message}`;
  console.log(`the client ${name}: ${states} states${exhaustive ? ", all there are" : ""}\n  ${found}`);
  if (violation?.property === onlyAnswers.name) console.log(violation.ladder);
}
