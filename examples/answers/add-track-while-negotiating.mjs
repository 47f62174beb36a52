// Is a track in the answer that is added while an offer waits for it? See docs/answers/add-track-while-negotiating.md.
import { createWorld } from "jsep-machine/fake";

const moments = {
  early: "before setRemoteDescription(offer)",
  pending: "while setRemoteDescription(offer) is pending",
  received: "after setRemoteDescription(offer)",
  created: "after createAnswer(), then setLocalDescription(answer)",
  again: "after createAnswer(), then setLocalDescription()",
};
for (const [moment, name] of Object.entries(moments)) {
  const world = createWorld();
  const [offerer, pc] = [new world.RTCPeerConnection(), new world.RTCPeerConnection()];
  const events = [];
  pc.onnegotiationneeded = () => events.push(`negotiationneeded in ${pc.signalingState}`);
  const addIf = (...now) => now.includes(moment) && pc.addTrack(world.createTrack("audio"));
  offerer.addTransceiver("audio");
  await offerer.setLocalDescription();

  addIf("early");
  const received = pc.setRemoteDescription(offerer.localDescription);
  addIf("pending");
  await received;
  addIf("received");
  const answer = await pc.createAnswer();
  addIf("created", "again");
  await pc.setLocalDescription(moment === "again" ? undefined : answer);
  await world.settle();
  const [{ currentDirection }] = pc.getTransceivers();
  console.log(`addTrack() ${name}:\n  ${currentDirection}; ${events.join(", ") || "no event"}`);
}
