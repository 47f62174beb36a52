// What becomes of a candidate whose offer is rolled back? See docs/answers/early-candidates-after-rollback.md.
import { createConnection, createConnectionDescription, step } from "jsep-machine/connection";

const readings = {
  "discarded, as in RFC 9429": "today",
  "kept, as in webrtc-pc by itself": "surfacing abandoned candidates",
};
for (const [reading, revision] of Object.entries(readings)) {
  const [polite, impolite] = [createPeer(revision, "polite"), createPeer(revision, "other")];
  for (const peer of [polite, impolite]) {
    peer.call("addTransceiver", { trackOrKind: "audio" });
    peer.call("setLocalDescription");
  }
  const abandoned = ufragOf(polite.description);
  console.log(`an abandoned candidate is ${reading}`);

  const inTime = polite.gather("candidate:1 1 udp 1 192.0.2.1 9 typ host", abandoned);
  console.log(`  gathered before the rollback: ${inTime}`);
  polite.call("setRemoteDescription", { description: impolite.description }); // rolls back
  const late = polite.gather("candidate:2 1 udp 1 192.0.2.1 9 typ host", abandoned);
  console.log(`  gathered after the rollback: ${late}`);

  const events = polite.call("setLocalDescription");
  impolite.call("setRemoteDescription", { description: polite.description });
  const surfaced = events.filter(({ type }) => type === "icecandidate");
  console.log(`  once the answer is set: ${surfaced.length === 0 ? "nothing" : "icecandidate"}`);
  for (const { candidate } of surfaced) {
    const ends = impolite.call("addIceCandidate", { candidate });
    console.log(`  at the other side, after the answer: ${ends.find(({ type }) => type === "reject").rejection.error}`);
  }
}

function ufragOf({ sdp }) {
  return /a=ice-ufrag:(.*)/.exec(sdp)[1].trim();
}

// A peer connection whose stack does at once what it is asked to do. `take` and `call` return all effects.
function createPeer(revision, name) {
  const codec = { mimeType: "audio/opus", clockRate: 48000, channels: 2 };
  const kinds = { audio: { codecs: [codec], headerExtensions: [] }, video: { codecs: [], headerExtensions: [] } };
  let connection = createConnection({ revision, capabilities: kinds });
  let calls = 0;
  return {
    take,
    call: (method, more) => take({ type: "call", call: calls++, method, ...more }),
    gather(candidate, usernameFragment) {
      const effects = take({
        type: "gathered",
        candidate: { candidate, sdpMid: "0", sdpMLineIndex: 0, usernameFragment },
      });
      return effects.some(({ type }) => type === "icecandidate") ? "icecandidate" : "nothing";
    },
    get description() {
      return connection.session.pendingLocalDescription ?? connection.session.currentLocalDescription;
    },
  };

  function take(input) {
    const effects = [];
    for (const inputs = [input]; inputs.length > 0; ) {
      const next = step(connection, inputs.shift());
      connection = next.connection;
      effects.push(...next.effects);
      inputs.push(...next.effects.map(answerOfStack).filter(Boolean));
    }
    return effects;
  }

  function answerOfStack({ type, operation, task, work }) {
    if (type === "queue-task") return { type: "task", task };
    if (type === "react") return { type: "reaction", operation };
    if (type !== "start") return null;
    if (!work.kind.startsWith("create-")) return { type: "applied", operation };
    const fingerprints = [{ algorithm: "sha-256", value: Array(32).fill("AB").join(":") }];
    const newTransports = [{ usernameFragment: `${name}${operation}`, password: "a-password-of-24-letters" }];
    const sdp = createConnectionDescription(connection, work, { sessionId: "1", fingerprints, newTransports });
    return { type: "created", operation, sdp };
  }
}
