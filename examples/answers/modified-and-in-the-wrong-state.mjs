// Which error comes first, that of the state or that of the edit? See docs/answers/modified-and-in-the-wrong-state.md.
import { createSession, setLocalDescription } from "jsep-machine";

const answer = { type: "answer", sdp: "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n" };
for (const profile of ["webrtc-pc", "rfc9429"]) {
  const { rejection } = setLocalDescription(createSession({ profile }), answer);
  console.log(`${profile}: ${rejection.error}, ${rejection.code}\n  ${rejection.reference.url}`);
}
