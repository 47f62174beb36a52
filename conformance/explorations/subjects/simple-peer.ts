import type { NegotiationCode } from "../../../src/entries/testing.ts";
import type { Any, Exploration } from "../exploration.ts";

const script = { file: "simplepeer.min.js", variable: "SimplePeer" };
const repository = "https://github.com/feross/simple-peer";

/** The library's peer of a side, for its application. */
const peersOf = new WeakMap<object, Any>();

interface Use {
  readonly initiates: (name: "a" | "b") => boolean;
  /** The options of a side, beside the initiator. */
  readonly options?: (side: Any) => object;
  /** Looks at what `signal` reports. */
  readonly look?: (side: Any) => (message: Any) => void;
}

// What the library reports as an error is one that nothing handles. The STUN servers of old versions have addresses that
// today's specification refuses.
function peers({ initiates, options = () => ({}), look = () => () => undefined }: Use): (Peer: Any) => NegotiationCode {
  return (Peer) => (side) => {
    const looks = look(side);
    const peer = new Peer({ initiator: initiates(side.name), config: { iceServers: [] }, ...options(side) });
    peersOf.set(side, peer);
    peer.on("signal", (message: Any) => {
      looks(message);
      side.send(message);
    });
    peer.on("error", (error: Error) => console.error(error));
    side.onMessage((message) => peer.destroyed || peer.signal(message));
  };
}

const aInitiates = (name: "a" | "b") => name === "a";

function streamOf(side: Any): object {
  return new side.classes.MediaStream([side.createTrack("audio")]);
}

const addStream = (side: Any) => void peersOf.get(side).addStream(streamOf(side));
const addAudio = { do: addStream, name: "addStream" };
const answererAddsAudio = { peer: "b", ...addAudio } as const;

const none = { expected: null, finding: null } as const;
/** Beyond the first second come the timers that look after the data channel, and the end of waiting for candidates. */
const bounds = { virtualTime: 1000, schedules: 100 };

const whileNegotiating = {
  script,
  setting:
    "Side a is the initiator, and has a stream with audio from the start. Side b adds one of its own, at any moment.",
  code: peers({
    initiates: aInitiates,
    options: (side) => (side.name === "a" ? { stream: streamOf(side) } : {}),
  }),
  options: { actions: [answererAddsAudio], bounds: { ...bounds, states: 50_000 } },
  links: [{ title: "simple-peer 583", url: `${repository}/pull/583` }],
};

const fromTheStart = {
  script,
  setting:
    "Both sides have a stream with audio from the start, and side a is the initiator. The application complains where " +
    "side b asks for another negotiation.",
  code: peers({
    initiates: aInitiates,
    options: (side) => ({ stream: streamOf(side) }),
    look: () => (message) => {
      if (message.renegotiate) console.error(new Error("asks for a negotiation, though nothing was added since"));
    },
  }),
  options: { actions: [], bounds },
  links: [
    { title: "simple-peer 670", url: `${repository}/issues/670` },
    { title: "722", url: `${repository}/pull/722` },
  ],
};

const withoutInitiator = {
  script,
  setting:
    "Neither side is the initiator, and each has a stream with audio. The application complains where a side asks a " +
    "third time for a negotiation that cannot come.",
  code: peers({
    initiates: () => false,
    options: (side) => ({ stream: streamOf(side) }),
    look: () => {
      let asked = 0;
      return (message) => {
        if (message.renegotiate && ++asked === 3) console.error(new Error("asks again and again"));
      };
    },
  }),
  // That neither side ever offers is the application's doing.
  options: { actions: [], bounds: { ...bounds, schedules: 0 }, except: ["no-negotiation-needed"] },
  links: [
    { title: "simple-peer 363", url: `${repository}/issues/363` },
    { title: "364", url: `${repository}/pull/364` },
  ],
};

export const simplePeer: readonly Exploration[] = [
  {
    ...{ name: "simple-peer-one-initiator", package: "simple-peer", script, ...none, links: [] },
    setting: "Side a is the initiator. Each side passes what `signal` reports to the other.",
    code: peers({ initiates: aInitiates }),
    options: { actions: [], bounds },
  },
  {
    ...{ name: "simple-peer-both-add", package: "simple-peer", script, ...none, links: [] },
    setting: "Side a is the initiator. Each side adds a stream with audio, at any moment.",
    code: peers({ initiates: aInitiates }),
    options: { actions: [addAudio], bounds: { ...bounds, states: 50_000 } },
  },
  {
    ...{ name: "simple-peer-two-initiators", package: "simple-peer", script },
    setting: "Both sides are initiators, which the library does not provide for.",
    code: peers({ initiates: () => true }),
    options: { actions: [], bounds },
    expected: "no-invalid-state-error",
    finding:
      "An offer arrives at a side that is about to make its own. The side takes the offer, and its timer then asks for an " +
      "offer in the state have-remote-offer. The library reports an error and destroys the connection.",
    links: [{ title: "simple-peer 265", url: `${repository}/issues/265` }],
  },
  {
    ...{ name: "simple-peer-9.6.2-answerer-adds", package: "simple-peer-9.6.2", ...whileNegotiating },
    control: "simple-peer-9.7.2-answerer-adds",
    expected: "no-negotiation-needed",
    finding:
      "What the answering side adds once it has created its answer is never negotiated: the library takes a negotiation " +
      "that is under way for the one that is needed. Version 9.7.0 mended it.",
  },
  { ...{ name: "simple-peer-9.7.2-answerer-adds", package: "simple-peer-9.7.2", ...whileNegotiating, ...none } },
  {
    ...{ name: "simple-peer-9.7.2-streams", package: "simple-peer-9.7.2", ...fromTheStart },
    control: "simple-peer-9.8.0-streams",
    expected: "no-unhandled-error",
    finding:
      "Each connection is negotiated twice: the answering side takes its first streams for a change, and asks for another " +
      "negotiation once the first is done. Version 9.8.0 mended it.",
  },
  { ...{ name: "simple-peer-9.8.0-streams", package: "simple-peer-9.8.0", ...fromTheStart, ...none } },
  {
    ...{ name: "simple-peer-9.1.2-no-initiator", package: "simple-peer-9.1.2", ...withoutInitiator },
    control: "simple-peer-9.2.1-no-initiator",
    expected: "no-unhandled-error",
    finding:
      "Each side asks the other to negotiate, and takes the other's request for one of its own, without end. Version 9.2.0 " +
      "mended it.",
  },
  { ...{ name: "simple-peer-9.2.1-no-initiator", package: "simple-peer-9.2.1", ...withoutInitiator, ...none } },
];
