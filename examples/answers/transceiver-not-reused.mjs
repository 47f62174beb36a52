// Why did a remote offer not use my transceiver? See docs/answers/transceiver-not-reused.md.
import { createWorld } from "jsep-machine/fake";

const ways = {
  'addTransceiver("audio")': (pc) => pc.addTransceiver("audio"),
  "addTransceiver(track)": (pc, track) => pc.addTransceiver(track),
  "addTrack(track)": (pc, track) => pc.addTrack(track),
};
for (const direction of ["sendrecv", "sendonly"]) {
  console.log(`the other side offers ${direction}`);
  for (const [name, add] of Object.entries(ways)) {
    const world = createWorld();
    const [offerer, pc] = [new world.RTCPeerConnection(), new world.RTCPeerConnection()];
    offerer.addTransceiver("audio", { direction });
    add(pc, world.createTrack("audio"));
    await offerer.setLocalDescription();
    await pc.setRemoteDescription(offerer.localDescription);
    await pc.setLocalDescription();
    const list = pc.getTransceivers().map(({ mid, currentDirection }) => (mid ? `${currentDirection}` : "left over"));
    console.log(`  ${name}: ${list.join(" and ")}`);
  }
}
