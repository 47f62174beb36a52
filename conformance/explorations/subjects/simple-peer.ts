import type { NegotiationCode } from "../../../src/entries/testing.ts";
import type { Any, Exploration } from "../exploration.ts";

const script = { file: "simplepeer.min.js", variable: "SimplePeer" };

/** Two peers that pass each other what `signal` reports. What the library reports as an error is one that nothing handles. */
function peers(initiates: (name: "a" | "b") => boolean): (Peer: Any) => NegotiationCode {
  return (Peer) =>
    ({ name, send, onMessage }) => {
      const peer = new Peer({ initiator: initiates(name) });
      peer.on("signal", (message: unknown) => send(message));
      peer.on("error", (error: Error) => console.error(error));
      onMessage((message) => peer.signal(message));
    };
}

export const simplePeer: readonly Exploration[] = [
  {
    ...{ name: "simple-peer-one-initiator", package: "simple-peer", script },
    setting: "Side a is the initiator. Each side passes what `signal` reports to the other.",
    code: peers((name) => name === "a"),
    options: { actions: [], bounds: { states: 12_000, schedules: 100 } },
    ...{ expected: null, finding: null, links: [] },
  },
  {
    ...{ name: "simple-peer-two-initiators", package: "simple-peer", script },
    setting: "Both sides are initiators, which the documentation does not allow for.",
    code: peers(() => true),
    options: { actions: [] },
    expected: "no-invalid-state-error",
    finding:
      "An offer arrives at a side that is about to make its own. The side takes the offer, and its timer then asks for an " +
      "offer in the state have-remote-offer. The library destroys the connection.",
    links: [{ title: "simple-peer 265", url: "https://github.com/feross/simple-peer/issues/265" }],
  },
];
