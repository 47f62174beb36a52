// Can a provisional answer be rolled back? See docs/answers/rollback-of-a-provisional-answer.md.
import { createSession, setLocalDescription, setRemoteDescription, step } from "jsep-machine";

const rollback = { type: "rollback" };
for (const profile of ["webrtc-pc", "rfc9429"]) {
  console.log(profile);
  const fresh = createSession({ profile, sdp: "opaque" });

  const asked = setRemoteDescription(fresh, { type: "offer", sdp: "offer" }).session;
  const { session: created } = step(asked, { method: "answerCreated", sdp: "answer" });
  const { session: answered } = setLocalDescription(created, { type: "pranswer" });
  report(answered, setLocalDescription(answered, rollback), setLocalDescription(answered, { type: "answer" }));

  const { session: offered } = step(fresh, { method: "offerCreated", sdp: "offer" });
  const { session: waiting } = setLocalDescription(offered);
  const { session: early } = setRemoteDescription(waiting, { type: "pranswer", sdp: "answer" });
  report(early, setRemoteDescription(early, rollback), setRemoteDescription(early, { type: "answer", sdp: "answer" }));
}

function report({ signalingState }, rolledBack, answered) {
  const ends = [rolledBack, answered].map(({ kind, rejection, session }) =>
    kind === "applied" ? session.signalingState : rejection.error,
  );
  console.log(`  ${signalingState}: rollback ${ends[0]}, answer ${ends[1]}`);
}
