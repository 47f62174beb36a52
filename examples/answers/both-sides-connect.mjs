// Two peers connect to each other at the same time. See docs/answers/both-sides-connect.md.
import { exploreNegotiation } from "jsep-machine/testing";

// Each side offers a connection of its own, and has to say which one stays where it is also offered one.
const negotiate = (keepsOwn) => (peer) => {
  const { name, send, onMessage } = peer;
  let own = null;
  peer.connect = async () => {
    if (peer.taken) return;
    own = new RTCPeerConnection();
    own.createDataChannel("data");
    await own.setLocalDescription();
    send({ offer: own.localDescription });
  };
  onMessage(async ({ offer, answer, refused }) => {
    if (answer) await own.setRemoteDescription(answer);
    if (refused) own.close();
    if (!offer) return;
    if (own && keepsOwn(name)) return send({ refused: true });
    own?.close();
    peer.taken = new RTCPeerConnection();
    await peer.taken.setRemoteDescription(offer);
    await peer.taken.setLocalDescription();
    send({ answer: peer.taken.localDescription });
  });
};

// At rest, each side's latest connection has the other's description.
const ufragOf = (sdp) => /a=ice-ufrag:(.*)/.exec(sdp ?? "")?.[1];
const connected = {
  name: "one-connection-is-left",
  holds: ({ a, b }) => {
    if (a.signalingState === "closed" && b.signalingState === "closed") return "both are closed";
    const isOne = ufragOf(a.localSdp) === ufragOf(b.remoteSdp) && ufragOf(b.localSdp) === ufragOf(a.remoteSdp);
    return isOne || "each side has another connection";
  },
};
const rules = {
  "whoever has a connection under way refuses another one": () => true,
  "whoever has a connection under way gives it up for another one": () => false,
  "the one that a has offered is kept": (name) => name === "a",
};
const connects = (peer) => peer.connect();
const options = {
  actions: [connects],
  properties: [connected],
  except: ["no-candidate-lost"],
  bounds: { schedules: 0 },
};
for (const [rule, keepsOwn] of Object.entries(rules)) {
  const { states, exhaustive, violation } = await exploreNegotiation(negotiate(keepsOwn), options);
  const found = violation === null ? "no violation" : `${violation.property}: ${violation.message}`;
  console.log(`${rule}: ${states} states${exhaustive ? ", all there are" : ""}\n  ${found}`);
  if (keepsOwn() === true) console.log(violation.ladder);
}
