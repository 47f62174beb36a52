// Which messages come when: situations by the names of the pages in docs/answers/. Each gives the lines to be printed.
import { connect, copyOf, negotiate, outcome, peer, perfect, rollback, wait } from "./peers.js";

export const messages = {
  async "candidate-while-awaiting"() {
    const [a, b] = [peer("audio"), peer()];
    await a.setLocalDescription();
    await wait(500);
    const before = await outcome(b.addIceCandidate(a.candidates[0]));
    b.setRemoteDescription(a.localDescription);
    const during = await outcome(b.addIceCandidate(a.candidates[0]));
    return [`before setRemoteDescription(): ${before}`, `while it is pending: ${during}`];
  },

  async "answer-still-being-set"() {
    const lines = [];
    for (const looksAtAnswers of [true, false]) {
      const held = [];
      const hold = ({ name }, description) => name === "a" && !held.done && held.push(description);
      const { a, b, states } = connect(perfect(looksAtAnswers, hold));
      a.pc.addTransceiver("audio");
      await wait(500);
      b.pc.addTransceiver("video");
      await wait(500);
      held.done = true;
      for (const description of held) a.deliver(description);
      await wait(800);
      lines.push(`${looksAtAnswers ? "with" : "without"} the variable: ${states()}`);
    }
    return lines;
  },

  async "pushy-sfu"() {
    const clients = {
      awaited: async (pc, offer) => {
        await pc.setRemoteDescription(offer);
        await pc.setLocalDescription();
      },
      "createAnswer()": async (pc, offer) => {
        await pc.setRemoteDescription(offer);
        await pc.setLocalDescription(await pc.createAnswer());
      },
      "at once": (pc, offer) => Promise.all([pc.setRemoteDescription(offer), pc.setLocalDescription()]),
    };
    const server = new RTCPeerConnection();
    const offers = [];
    for (const kind of ["audio", "video"]) {
      server.addTransceiver(kind);
      await server.setLocalDescription();
      offers.push(copyOf(server.localDescription));
    }
    const lines = [];
    for (const [name, answer] of Object.entries(clients)) {
      const { b, errors } = connect(({ name, pc, send, onMessage }) =>
        onMessage(async (offer) => {
          if (name === "a") return;
          await answer(pc, offer);
          send(pc.localDescription);
        }),
      );
      for (const offer of offers) b.deliver(offer);
      await wait(800);
      lines.push(`${name}: sends ${b.sent.join(", ")}; ${b.pc.signalingState}; ${errors.join() || "no error"}`);
    }
    return lines;
  },

  async "called-in-wrong-state-stable"() {
    const [a, b] = [peer("audio"), peer()];
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    await b.setLocalDescription();
    const set = [a.setRemoteDescription(b.localDescription)];
    const seen = a.signalingState;
    set.push(a.setRemoteDescription(b.localDescription));
    return [`state before the second: ${seen}`, ...(await Promise.all(set.map(outcome)))];
  },

  async "order-of-messages"() {
    let wasLate = false;
    const late = (side, description) => {
      if (description.type !== "answer" || wasLate) return false;
      wasLate = true;
      setTimeout(() => side.deliver(description), 500);
      return true;
    };
    const { a, b, states } = connect(perfect(true, late));
    a.pc.addTransceiver("audio");
    await wait(50);
    b.pc.addTransceiver("video");
    await wait(1500);
    const [c, d] = [peer("audio"), peer()];
    await negotiate(c, d);
    await wait(300);
    c.restartIce();
    await negotiate(c, d);
    const old = await outcome(d.addIceCandidate(c.candidates[0]));
    return [`an answer late: ${states()}`, `a candidate after an ICE restart: ${old}`];
  },

  async "lost-answer"() {
    const remedies = {
      nothing: () => {},
      "restartIce()": ({ pc }) => pc.restartIce(),
      "the other side offers": ({ send }) => send({ type: "please-offer" }),
      "the offer again": ({ pc, send }) => send(pc.localDescription),
      rollback: ({ pc }) => pc.setLocalDescription(rollback),
    };
    const lines = [];
    for (const [name, remedy] of Object.entries(remedies)) {
      for (const offerer of ["a", "b"]) {
        let wasLost = false;
        const { errors, states, ...sides } = connect(
          perfect(true, (side, { type }) => {
            if (type === "please-offer") return side.pc.addTransceiver("video");
            if (type !== "answer" || side.name !== offerer || wasLost) return false;
            wasLost = true;
            return remedy(side) ?? true;
          }),
        );
        sides[offerer].pc.addTransceiver("audio");
        await wait(1000);
        const role = offerer === "a" ? "impolite" : "polite";
        lines.push(`${role} offerer, ${name}: ${states()}; ${errors[0] ?? "no error"}`);
      }
    }
    return lines;
  },

  async "glare-without-roles"() {
    const { a, b, errors, states } = connect(({ pc, send, onMessage }) => {
      pc.onnegotiationneeded = async () => {
        await pc.setLocalDescription();
        send(pc.localDescription);
      };
      onMessage(async (description) => {
        await pc.setRemoteDescription(description);
        if (description.type !== "offer") return;
        await pc.setLocalDescription();
        send(pc.localDescription);
      });
      pc.addTransceiver("audio");
    }, 100);
    await wait(1500);
    const sections = Math.max(...[a, b].map(({ pc }) => pc.getTransceivers().length));
    return [`after 1.5 s: ${states()}, ${sections} sections, ${a.sent.length} messages; ${errors[0]}`];
  },
};
