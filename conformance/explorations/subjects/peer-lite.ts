import type { NegotiationCode } from "../../../src/entries/testing.ts";
import type { Any, Exploration } from "../exploration.ts";

/** The library's peer of a side, for its application. */
const peersOf = new WeakMap<object, Any>();

/** Two peers that pass each other what `signal` and `onicecandidates` report. */
function peers(Peer: Any): NegotiationCode {
  return (side) => {
    const peer = new Peer({ batchCandidates: false, config: {} });
    peersOf.set(side, peer);
    peer.on("signal", (description: Any) => side.send({ description }));
    side.onMessage(({ description }: Any) => peer.signal(description));
  };
}

const addTrack = { name: "addTrack", do: (side: Any) => peersOf.get(side).addTrack(side.createTrack("audio")) };
const start = (polite: boolean) => ({ name: "start", do: (side: Any) => peersOf.get(side).start({ polite }) });

const shared = { package: "peer-lite", script: null, code: peers, links: [] };
/** Without candidates, which have no part in what is found here. */
const candidates = "no-candidate-lost";
/** What the library catches, and reports as an event. */
const caught = "no-invalid-state-error";

export const peerLite: readonly Exploration[] = [
  {
    ...{ name: "peer-lite-one-starts", ...shared, expected: null, finding: null },
    setting: "Each side adds a track, at any moment. Side a starts.",
    options: { actions: [addTrack, { peer: "a", ...start(true) }], except: [candidates] },
  },
  {
    ...{ name: "peer-lite-both-start", ...shared, expected: "no-invalid-state-error" },
    finding:
      "An offer is created, and set although another has arrived in between: the library looks at the signaling state, but not " +
      "at what is being set. It catches the refusal and reports it as an `error`; the negotiation goes on. No report of it " +
      "was found.",
    setting: "Each side adds a track and starts. Side b is polite, side a is not.",
    options: {
      actions: [addTrack, { peer: "a", ...start(false) }, { peer: "b", ...start(true) }],
      except: [candidates],
    },
  },
  {
    ...{ name: "peer-lite-ignored-offer", ...shared, expected: "both-stable" },
    links: [
      { title: "webrtc-pc 2566", url: "https://github.com/w3c/webrtc-pc/issues/2566" },
      { title: "2572", url: "https://github.com/w3c/webrtc-pc/pull/2572" },
    ],
    finding:
      "Side b answers and offers at once. Its offer arrives while side a is setting the answer, and is still in " +
      "have-local-offer: side a takes it for a collision, and ignores it. Side b waits for an answer for ever. The example of " +
      "webrtc-pc had this race until it was mended in 2020; the library has the example as it was before. No report of it " +
      "for the library was found.",
    setting: "Each side adds a track, at any moment, and side a starts, which is not polite.",
    options: { actions: [addTrack, { peer: "a", ...start(false) }], except: [candidates, caught] },
  },
  {
    ...{ name: "peer-lite-both-polite", ...shared, expected: "no-unhandled-error" },
    finding:
      "With every description that it takes, the library makes its side polite again. After the first negotiation both sides " +
      "are polite: where their offers cross, both roll back, and each then gets an answer to an offer that is no more. No " +
      "report of it was found.",
    setting: "Side a adds a track and starts, and is not polite. Later, each side adds another track.",
    options: {
      actions: [{ peer: "a", ...addTrack }, { peer: "a", ...start(false) }, addTrack],
      except: [candidates, caught, "both-stable", "no-negotiation-needed", "sections-agree"],
    },
  },
];
