// What is left of an ICE restart whose offer is rolled back? See docs/answers/ice-restart-rolled-back.md.
import { createWorld } from "jsep-machine/fake";

for (const how of ["restartIce()", "createOffer({ iceRestart: true })"]) {
  const world = createWorld();
  const [pc, other] = [new world.RTCPeerConnection(), new world.RTCPeerConnection()];
  const events = [];
  const candidates = [];
  pc.onnegotiationneeded = () => events.push("negotiationneeded");
  pc.onicecandidate = ({ candidate }) => candidate?.candidate && candidates.push(candidate);

  pc.addTransceiver("audio");
  await pc.setLocalDescription();
  await other.setRemoteDescription(pc.localDescription);
  await other.setLocalDescription();
  await pc.setRemoteDescription(other.localDescription);
  await world.settle();
  const before = ufragIn(pc.localDescription);

  candidates.length = 0;
  if (how === "restartIce()") pc.restartIce();
  await pc.setLocalDescription(how === "restartIce()" ? undefined : await pc.createOffer({ iceRestart: true }));
  await world.settle();
  events.length = 0;
  await pc.setLocalDescription({ type: "rollback" });
  await world.settle();

  console.log(how);
  console.log(
    `  after the rollback the local description has the old ufrag: ${ufragIn(pc.localDescription) === before}`,
  );
  console.log(`  event: ${events.join(", ") || "none"}`);
  const error = await other.addIceCandidate(candidates[0]).catch(({ name }) => name);
  console.log(`  a candidate of the abandoned generation, at the other side: ${error}`);
  const next = ufragIn(await pc.createOffer());
  console.log(`  the next createOffer() restarts ICE: ${next !== before}`);
}

function ufragIn({ sdp }) {
  return /a=ice-ufrag:(.*)/.exec(sdp)[1];
}
