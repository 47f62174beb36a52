// Does a rollback restore [[Receptive]]? See docs/answers/receptive-after-rollback.md.
import { createConnection, createConnectionDescription, step, transceiversOf } from "jsep-machine/connection";

const rollback = { type: "rollback" };
for (const revision of ["today", "with #3081"]) {
  console.log(`webrtc-pc ${revision}`);
  for (const side of ["remote", "local"]) {
    const [judged, other] = [createPeer(revision), createPeer(revision)];
    judged.call("addTransceiver", { trackOrKind: "audio" });
    judged.call("setLocalDescription");
    other.call("setRemoteDescription", { description: judged.description });
    other.call("setDirection", { transceiver: 0, direction: "sendrecv" });
    other.call("setLocalDescription");
    judged.call("setRemoteDescription", { description: other.description });
    const before = judged.transceiver.receptive;

    const offerer = side === "remote" ? other : judged;
    offerer.call("setDirection", { transceiver: 0, direction: "inactive" });
    offerer.call("setLocalDescription");
    if (side === "remote") judged.call("setRemoteDescription", { description: other.description });
    const offered = judged.transceiver.receptive;
    judged.call("setLocalDescription", { description: rollback });
    const { receptive, currentDirection } = judged.transceiver;

    const effects = judged.take({ type: "media", transceiver: 0, flows: true });
    const then = effects.some(({ type }) => type === "unmute") ? "unmute" : "the track stays muted";
    console.log(`  ${side} offer, inactive: [[Receptive]] ${before}, ${offered}, after the rollback ${receptive}`);
    console.log(`    currentDirection is ${currentDirection}; RTP arrives: ${then}`);

    judged.call("setDirection", { transceiver: 0, direction: "sendrecv" });
    judged.call("setLocalDescription");
    console.log(`    after the next local offer, sendrecv: ${judged.transceiver.receptive}`);
  }
}

// A peer connection whose stack does at once what it is asked to do. `take` and `call` return all effects.
function createPeer(revision) {
  const codec = { mimeType: "audio/opus", clockRate: 48000, channels: 2 };
  const kinds = { audio: { codecs: [codec], headerExtensions: [] }, video: { codecs: [], headerExtensions: [] } };
  let connection = createConnection({ revision, capabilities: kinds });
  let calls = 0;
  return {
    take,
    call: (method, more) => take({ type: "call", call: calls++, method, ...more }),
    get transceiver() {
      return transceiversOf(connection)[0];
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
    const newTransports = [{ usernameFragment: `ufrag${operation}`, password: "a-password-of-24-letters" }];
    const sdp = createConnectionDescription(connection, work, { sessionId: "1", fingerprints, newTransports });
    return { type: "created", operation, sdp };
  }
}
