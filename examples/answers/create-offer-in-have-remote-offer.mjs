// Is it legal to call createOffer() in have-remote-offer? See docs/answers/create-offer-in-have-remote-offer.md.
import { createSession, legalCalls, offerCreated, setLocalDescription, setRemoteDescription } from "jsep-machine";

const offer = { type: "offer", sdp: "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n" };
const state = {
  stable: createSession(),
  "have-local-offer": setLocalDescription(offerCreated(createSession(), offer.sdp).session, offer).session,
  "have-remote-offer": setRemoteDescription(createSession(), offer).session,
};
for (const [name, session] of Object.entries(state)) {
  const creates = legalCalls(session)
    .map(({ method }) => method)
    .filter((method) => method.startsWith("create"));
  console.log(`${name}: ${creates.join(", ") || "neither"} is legal`);
}
console.log(offerCreated(state["have-remote-offer"], offer.sdp).rejection.message);
