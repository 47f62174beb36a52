import type { ExploredPeer, NegotiationCode } from "../../../src/entries/testing.ts";
import type { Any, Exploration } from "../exploration.ts";

/**
 * Two of its peers, side a the initiator. Once a peer is connected, each side adds a stream, as the documentation has
 * applications do in `onPeerJoin`.
 */
function peersWithStreams(library: Any): NegotiationCode {
  const { default: createPeer } = library();
  return (side) => {
    const { name, send, onMessage, classes, createTrack } = side;
    const peer = createPeer(name === "a", { rtcConfig: { iceServers: [] }, rtcPolyfill: openedWhenStable(side) });
    let isConnected = false;
    peer.setHandlers({
      signal: (message: unknown) => send(message),
      error: (error: Error) => console.error(error),
      connect: () => {
        if (isConnected) return;
        isConnected = true;
        peer.addStream(new classes.MediaStream([createTrack("audio") as Any]));
      },
    });
    onMessage((message) => peer.signal(message));
  };
}

/**
 * The class that the peers are to use, by the library's own option. In a search no transports connect: there, a data channel
 * counts as open once the first offer is answered.
 */
function openedWhenStable({ classes }: ExploredPeer): Any {
  const { RTCPeerConnection } = classes as Any;
  if ("document" in globalThis) return RTCPeerConnection;
  return class extends RTCPeerConnection {
    #channel: Any = null;
    #isOpen = false;

    constructor(configuration: unknown) {
      super(configuration);
      this.addEventListener("signalingstatechange", () => this.#open());
    }
    createDataChannel(label: string): unknown {
      this.#channel = super.createDataChannel(label);
      return this.#channel;
    }
    #open() {
      if (this.#isOpen || this.signalingState !== "stable" || this.remoteDescription === null) return;
      this.#isOpen = true;
      const channel = this.#channel ?? {};
      Object.defineProperty(channel, "readyState", { value: "open" });
      if (this.#channel === null) this.ondatachannel({ channel });
      channel.onopen();
    }
  };
}

type Hear = (topic: string, message: unknown) => unknown;

/** Two rooms that find each other. Whoever has the modules is one peer: each side has a copy of its own. */
function rooms(library: Any): NegotiationCode {
  return ({ send, onMessage }) => {
    const { createTopicStrategy } = library();
    const hearing = new Map<string, Set<Hear>>();
    onMessage((message) => {
      const [topic, content] = message as [string, unknown];
      for (const hear of hearing.get(topic) ?? []) hear(topic, content);
    });
    const joinRoom = createTopicStrategy({
      init: () => ({}),
      subscribeTopic(_relay: unknown, topic: string, hear: Hear) {
        const all = hearing.get(topic) ?? new Set();
        hearing.set(topic, all.add(hear));
        return () => all.delete(hear);
      },
      publishTopic: (_relay: unknown, topic: string, content: unknown) => send([topic, content]),
    });
    const complain = (what: unknown) => console.error(new Error(JSON.stringify(what)));
    const room = joinRoom({ appId: "example", rtcConfig: { iceServers: [] } }, "room", { onJoinError: complain });
    room.onPeerLeave = () => complain("the peer has left");
  };
}

const common = {
  script: null,
  code: peersWithStreams,
  setting:
    "Two of the peers that its strategies connect, side a the initiator. Each side adds a stream once they are connected, as the " +
    "documentation shows it. In the search, they count as connected once the first offer is answered.",
  // By then, the old versions have gathered for too long.
  options: { actions: [], bounds: { virtualTime: 4000, schedules: 0 } },
} as const;

export const trystero: readonly Exploration[] = [
  {
    ...{ name: "trystero-room", package: "@trystero-p2p/core", entry: "dist/index.mjs", script: null, code: rooms },
    setting:
      "Its core: both sides join a room at once, find each other by topics in memory, and connect. Each has twenty offers ready " +
      "from the start, whose connections are of no account as long as they have no answer. The search ends long before a " +
      "connection is made; along the random schedules, connections come about and data flows.",
    options: {
      ...{ actions: [], except: ["both-stable", "no-candidate-lost"] },
      bounds: { states: 1000, steps: 3000, schedules: 200, virtualTime: 4000 },
    },
    ...{ expected: null, finding: null, links: [] },
  },
  {
    ...{ ...common, name: "trystero-streams", package: "@trystero-p2p/core", entry: "dist/peer.mjs" },
    ...{ expected: null, finding: null, links: [] },
  },
  {
    ...{ ...common, name: "trystero-0.21.3-streams", package: "trystero-0.21.3", entry: "src/peer.js" },
    expected: "no-invalid-state-error",
    finding:
      "Once connected, `signal()` takes every offer, whoever is the initiator: when both sides offer, both roll back and both " +
      "answer. An answer then comes to a side that has taken the other's offer, and it is set in have-remote-offer.",
    control: "trystero-0.21.4-streams",
    links: [
      {
        title: "the change in 0.21.4",
        url: "https://github.com/dmotz/trystero/commit/ee8d11b",
      },
    ],
  },
  {
    ...{ ...common, name: "trystero-0.21.4-streams", package: "trystero-0.21.4", entry: "src/peer.js" },
    ...{ expected: null, finding: null, links: [] },
  },
];
