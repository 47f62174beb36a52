import type { ExploredPeer, NegotiationCode } from "../../../src/entries/testing.ts";
import type { Any, Exploration } from "../exploration.ts";

const peers = new WeakMap<object, Any>();
const calls = new WeakMap<object, Any>();

/**
 * Two peers, whose server is a WebSocket in memory. A peer answers each call with a stream. What a copy finds its host to
 * support, it finds when it is loaded: each peer has a copy of its own.
 */
export function twoPeers(loaded: (library: Any) => Any): (library: Any) => NegotiationCode {
  return (library) => (side) => {
    const { name } = side;
    Object.assign(globalThis, { WebSocket: socketOf(side) });
    const Peer = loaded(library);
    const peer = new Peer(name, { host: "server.invalid", port: 443, secure: true });
    const complaining = (emitter: Any) => emitter.on("error", (error: Error) => console.error(error));
    complaining(peer);
    peer.on("connection", complaining);
    peer.on("call", (call: Any) => complaining(call).answer(streamOf(side)));
    peers.set(side, (act: (peer: Any, other: string) => Any) => complaining(act(peer, name === "a" ? "b" : "a")));
  };
}

function socketOf({ name, send, onMessage }: ExploredPeer) {
  return class {
    readyState = 0;
    onopen = () => undefined as unknown;
    onmessage = (_event: { readonly data: string }) => undefined as unknown;
    constructor() {
      onMessage((message) => this.onmessage({ data: JSON.stringify(message) }));
      queueMicrotask(() => {
        this.readyState = 1;
        this.onopen();
        this.onmessage({ data: '{"type":"OPEN"}' });
      });
    }
    send(text: string) {
      const message = JSON.parse(text);
      if (message.type !== "HEARTBEAT") send({ ...message, src: name });
    }
    close() {
      this.readyState = 3;
    }
  };
}

function streamOf({ classes, createTrack }: ExploredPeer): Any {
  return new classes.MediaStream([createTrack("audio") as Any]);
}

/** Calls the other side. */
export function call(side: ExploredPeer): void {
  calls.set(
    side,
    peers.get(side)((peer: Any, other: string) => peer.call(other, streamOf(side))),
  );
}

function hangUp(side: ExploredPeer): void {
  calls.get(side).close();
}

function connect(side: ExploredPeer): void {
  peers.get(side)((peer: Any, other: string) => peer.connect(other));
}

const common = {
  ...{ package: "peerjs", entry: "dist/bundler.mjs", script: null, code: twoPeers((library) => library().Peer) },
  ...{ expected: null, finding: null, links: [] },
} as const;
/** Each peer sends a heartbeat every five seconds. */
export const bounds = { virtualTime: 4000, states: 100_000 } as const;
/** What serves the peers. */
export const server = "Its server is a WebSocket in memory, which passes each message to the other peer.";

export const peerJs: readonly Exploration[] = [
  {
    ...{ ...common, name: "peerjs-connect" },
    setting: `Side a connects to side b. ${server}`,
    options: { actions: [{ peer: "a", do: connect, name: "connect" }], bounds },
  },
  {
    ...{ ...common, name: "peerjs-call" },
    setting: `Side a calls side b, which answers at once. ${server}`,
    options: { actions: [{ peer: "a", do: call, name: "call" }], bounds },
  },
  {
    ...{ ...common, name: "peerjs-call-and-hang-up" },
    setting: `Side a calls side b, which answers at once, and hangs up at any moment. ${server}`,
    options: {
      actions: [
        { peer: "a", do: call, name: "call" },
        { peer: "a", do: hangUp, name: "hangUp" },
      ],
      bounds: { ...bounds, states: 200_000 },
    },
  },
  {
    ...{ ...common, name: "peerjs-call-each-other" },
    setting: `Each side calls the other, which makes two connections of each. ${server}`,
    options: { actions: [{ do: call, name: "call" }], bounds },
  },
];
