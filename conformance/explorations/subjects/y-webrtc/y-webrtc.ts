import type { NegotiationCode } from "../../../../src/entries/testing.ts";
import type { Any, Exploration } from "../../exploration.ts";
import { socketTo } from "./socket.ts";

/**
 * Two providers with the same room, which find each other by a signaling server in memory.
 *
 * @param complains of which errors of its connections the application complains
 */
function providers(complains: (error: Any) => boolean): (copy: () => Any) => NegotiationCode {
  return (copy) => (side) => {
    const restore = replaceGlobals({
      WebSocket: socketTo(side),
      // The sides are on different machines.
      BroadcastChannel: class {
        postMessage() {}
        close() {}
      },
    });
    const { WebrtcProvider, Doc } = copy();
    const provider = new WebrtcProvider("room", new Doc(), {
      signaling: ["ws://signaling.example"],
      peerOpts: { config: { iceServers: [] } },
    });
    // The room is opened once the key is known.
    provider.key.then(restore);
    provider.on("peers", ({ added }: Any) => {
      for (const { peer } of added.map((id: string) => provider.room.webrtcConns.get(id)))
        peer.on(
          "error",
          (error: Any) => complains(error) && console.error(new Error(`a connection is given up: ${error.message}`)),
        );
    });
  };
}

/** In Node.js, what a provider takes for a browser's. */
function replaceGlobals(globals: Record<string, unknown>): () => void {
  const all: Record<string, unknown> = "window" in globalThis ? globals : { ...globals, window: new EventTarget() };
  const before = Object.keys(all).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(all))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) delete (globalThis as Record<string, unknown>)[name];
      else Object.defineProperty(globalThis, name, descriptor);
    }
  };
}

const repository = "https://github.com/yjs/y-webrtc";
const shared = { script: null, links: [{ title: "y-webrtc 39", url: `${repository}/pull/39` }] };
const present = { package: "y-webrtc", entry: "../../subjects/y-webrtc/bundle.js" };
const before = { package: "y-webrtc-10.2.3", entry: "../../subjects/y-webrtc/bundle-10.2.3.js" };
const setting =
  "A provider a side, in the same room. The signaling server is in memory: it passes on what is published to those that have " +
  "subscribed.";
const bounds = { virtualTime: 1000, states: 1, schedules: 200 };

const crossingOffers = {
  ...shared,
  setting: `${setting} The application complains where a description of the other side is refused.`,
  code: providers(({ code }) => code === "ERR_SET_REMOTE_DESCRIPTION"),
  options: { actions: [], bounds, except: ["no-invalid-state-error"] },
  expected: "no-unhandled-error",
};

const answered = {
  name: "no-offer-unanswered",
  holds: ({ a, b }: Record<"a" | "b", Any>) => {
    const waiting =
      a.signalingState === "have-local-offer" ? "a" : b.signalingState === "have-local-offer" ? "b" : null;
    return waiting === null || `side ${waiting} waits for an answer`;
  },
};

export const yWebrtc: readonly Exploration[] = [
  {
    ...{ name: "y-webrtc-10.2.3-crossing-offers", ...before, ...crossingOffers },
    finding:
      "Both providers make an initiator where each hears the other's announcement. Their offers cross, both roll back and " +
      "answer, each answer comes too late, and the connections are given up. Version 10.2.6 gives offers a token, so " +
      "that one of two offers is ignored.",
  },
  {
    ...{ name: "y-webrtc-crossing-offers", ...present, ...crossingOffers },
    finding:
      "The token is made when the offer is sent, and not when it is begun. An offer that arrives while the own one is being " +
      "set is taken, since there is no token yet to compare; the own offer is sent all the same, and the other side may take " +
      "that one, too. What was mended comes back in this window. No report of it was found.",
  },
  {
    ...{ name: "y-webrtc-standstill", ...present, ...shared, setting, expected: answered.name },
    code: providers(() => false),
    options: { actions: [], bounds, except: ["no-invalid-state-error"], properties: [answered] },
    finding:
      "An offer arrives before the timer at which the own one is made, as in simple-peer-two-initiators: this side's " +
      "connection is destroyed. It announces itself anew, but the other side still has its connection, waits for an answer, " +
      "and ignores the announcement. No report of it was found.",
  },
];
