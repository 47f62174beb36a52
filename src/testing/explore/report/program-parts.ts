const library = JSON.stringify("jsep-machine/testing");

/** The steps of a program in Node.js: it runs the schedule on the fake. */
export function nodePart(options: readonly string[]): string {
  return `  const { exploreNegotiation } = await import(${library});
  const { violation } = await exploreNegotiation(negotiator, {
    ${options.join("\n    ")}
  });
  console.log(violation === null ? "It does not show." : violation.property + ": " + violation.message);
  if (violation !== null) console.log(violation.ladder);`;
}

/** What a page can see of a property. */
interface Judgment {
  readonly atRest: boolean;
  /** An expression that gives the reason why it does not hold, or nothing. */
  readonly reason: string;
}

const judgments: Readonly<Record<string, Judgment>> = {
  "no-invalid-state-error": {
    atRest: false,
    reason: `complaints.find((text) => text.includes("rejects: InvalidStateError"))`,
  },
  "no-unhandled-error": { atRest: false, reason: `complaints.find((text) => text.startsWith("unhandled"))` },
  "no-promise-forgotten": {
    atRest: true,
    reason: `[...pending].find(({ connection }) => connection.signalingState !== "closed")?.text`,
  },
  "both-stable": {
    atRest: true,
    reason: `[a, b].flatMap(({ name, pc }) => (pc.signalingState === "stable" ? [] : name + " is in " + pc.signalingState))[0]`,
  },
  "sections-agree": {
    atRest: true,
    reason: `sections(a) !== sections(b, reversed) && "a has " + sections(a) + "; b has, seen from a, " + sections(b, reversed)`,
  },
};

/** The function of a program that makes both sides in a page, and gives what the steps need. */
export function pageFunction(property: string, configuration: object | undefined): string {
  const parts: Readonly<Record<string, string>> = {
    PROPERTY: JSON.stringify(property),
    AT_REST: `${judgments[property]?.atRest ?? true}`,
    REASON: judgments[property]?.reason ?? "null",
    CONFIGURATION: configuration === undefined ? "" : JSON.stringify(configuration),
  };
  return pageText.replace(/PROPERTY|AT_REST|REASON|CONFIGURATION/g, (name) => parts[name] ?? name);
}

const pageText = `function inThisPage() {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const say = (text) => {
    console.log(text);
    document.body?.append(text, document.createElement("br"));
  };
  const complaints = [];
  const complain = (text) => {
    complaints.push(text);
    say(text);
  };
  addEventListener("unhandledrejection", ({ reason }) => complain("unhandled: " + reason));
  addEventListener("error", ({ error }) => complain("unhandled: " + error));
  const complainOf = console.error;
  console.error = (...values) => {
    complainOf.apply(console, values);
    for (const value of values) if (value instanceof Error) complain("unhandled, printed by console.error(): " + value);
  };

  const HostConnection = RTCPeerConnection;
  const pending = new Set();
  let running = null;
  // Connections that the code makes by itself belong to the side whose code runs.
  class WatchedConnection extends HostConnection {
    #peer = running;
    constructor(...values) {
      super(...values);
      if (running !== null) running.connection = this;
    }
    #watched(promise, call) {
      if (this.#peer !== null) this.#peer.calls++;
      const text = this.#peer?.name + ": " + call;
      const entry = { text, connection: this };
      pending.add(entry);
      promise.then(
        () => pending.delete(entry),
        (error) => {
          pending.delete(entry);
          if (this.signalingState !== "closed") complain(text + " rejects: " + error.name);
        },
      );
      return promise;
    }
    createOffer(...values) {
      return this.#watched(super.createOffer(...values), "createOffer()");
    }
    createAnswer(...values) {
      return this.#watched(super.createAnswer(...values), "createAnswer()");
    }
    setLocalDescription(...values) {
      return this.#watched(super.setLocalDescription(...values), "setLocalDescription()");
    }
    setRemoteDescription(...values) {
      return this.#watched(super.setRemoteDescription(...values), "setRemoteDescription(" + values[0]?.type + ")");
    }
  }
  globalThis.RTCPeerConnection = WatchedConnection;

  const inTurnOf = (peer, run) => {
    const before = running;
    running = peer;
    try {
      return run();
    } catch (error) {
      complain("unhandled: " + error);
    } finally {
      running = before;
    }
  };
  const make = (name) => ({
    name, polite: name === "b", connection: null, inbox: [], done: 0, calls: 0, handler: null, classes: globalThis,
    get pc() {
      return this.connection ?? inTurnOf(this, () => new WatchedConnection(CONFIGURATION));
    },
    onMessage(handler) {
      this.handler = handler;
    },
    createTrack: (kind) => new HostConnection().addTransceiver(kind).receiver.track,
  });
  const [a, b] = [make("a"), make("b")];
  const encode = (message) => (typeof message === "string" ? message : JSON.stringify(message ?? null));
  const isCandidate = (text) => !/"type\\\\*":\\\\*"(offer|pranswer|answer|rollback)/.test(text) && text.includes("candidate");
  for (const [peer, other] of [[a, b], [b, a]]) {
    peer.send = (message) => other.inbox.push({ text: encode(message), isText: typeof message === "string" });
    peer.onMessage = peer.onMessage.bind(peer);
  }
  for (const peer of [a, b]) inTurnOf(peer, () => negotiator(peer));

  const until = async (holds, most = 1000) => {
    for (let waited = 0; !holds() && waited < most; waited += 5) await pause(5);
  };
  // Until both are in these states, and have made so many calls that create or set a description.
  const reach = (states, calls) =>
    until(() => [a, b].every((peer) => peer.pc.signalingState === states[peer.name] && peer.calls >= calls[peer.name]));
  const act = (peer) => inTurnOf(peer, () => actions[peer.name][peer.done++].do(peer));
  const hand = (peer, { text, isText }) => {
    inTurnOf(peer, () => peer.handler?.(isText ? text : JSON.parse(text)));
  };
  const candidatesOf = ({ inbox }) => {
    const next = inbox.findIndex(({ text }) => !isCandidate(text));
    return inbox.splice(0, next < 0 ? inbox.length : next);
  };
  const deliverCandidates = async (peer) => {
    await until(() => peer.inbox.length > 0, 200);
    for (const message of candidatesOf(peer)) hand(peer, message);
  };
  const loseCandidates = async (peer) => {
    await until(() => peer.inbox.length > 0, 200);
    candidatesOf(peer);
  };
  const next = async (peer) => {
    await until(() => peer.inbox.some(({ text }) => !isCandidate(text)));
    for (const message of candidatesOf(peer)) hand(peer, message);
    return peer.inbox.shift();
  };
  // \`again\`: so many messages of these will arrive again.
  const deliver = async (peer, again = 0) => {
    const messages = [];
    for (let count = 0; count < (again || 1); count++) {
      const message = await next(peer);
      if (message !== undefined) messages.push(message);
    }
    for (const message of messages) hand(peer, message);
    if (again > 0) peer.inbox.unshift(...messages);
  };
  const lose = (peer) => next(peer);
  const comeToRest = async () => {
    for (let quiet = 0, waited = 0; quiet < 500 && waited < 5000; quiet += 5, waited += 5) {
      if (!AT_REST && reason()) return;
      for (const peer of [a, b]) {
        const messages = peer.inbox.splice(0);
        for (const message of messages) hand(peer, message);
        if (messages.length > 0) quiet = 0;
      }
      await pause(5);
    }
  };
  const reversed = { sendonly: "recvonly", recvonly: "sendonly" };
  const sections = ({ pc }, directions = {}) =>
    pc.getTransceivers()
      .filter(({ mid }) => mid !== null)
      .map(({ mid, receiver, currentDirection }) =>
        [mid, receiver.track.kind, directions[currentDirection] ?? currentDirection ?? "stopped"].join(" "))
      .sort()
      .join(", ");
  const reason = () => REASON;
  const judge = async () => {
    await comeToRest();
    if (reason() === null) say("A page cannot see whether " + PROPERTY + " holds.");
    else say(reason() ? PROPERTY + ": " + reason() : "It does not show.");
    say("a is in " + a.pc.signalingState + ", b is in " + b.pc.signalingState);
  };
  return { a, b, act, deliver, deliverCandidates, lose, loseCandidates, reach, judge };
}
`;
