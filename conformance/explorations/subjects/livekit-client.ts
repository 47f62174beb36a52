import type { ExploredPeer, NegotiationCode } from "../../../src/entries/testing.ts";
import type { Any, Exploration } from "../exploration.ts";
import { asInBrowsers } from "./as-in-browsers.ts";

// The package exports its rooms, which need a server. Each of their connections is negotiated by a PCTransport.
const entry = "src/room/PCTransport.ts";
const transports = new WeakMap<object, Any>();

/**
 * Two transports: side a publishes, side b answers one offer after the other. The server that answers in use is not
 * JavaScript.
 */
function publisherAndServer(library: Any): NegotiationCode {
  const { default: PCTransport } = library();
  return (peer) => {
    const { send, onMessage } = peer;
    const transport = new PCTransport();
    transports.set(peer, transport);
    transport.onIceCandidate = (candidate: Any) => send({ candidate: candidate.toJSON() });
    transport.onOffer = (offer: Any, id?: number) => send({ offer, id });
    let answered = Promise.resolve();
    onMessage((message) => {
      const { candidate, answer, offer, id } = message as Any;
      if (candidate !== undefined) return transport.addIceCandidate(candidate);
      if (answer !== undefined) return transport.setRemoteDescription(answer, id);
      answered = answered.then(async () => {
        await transport.setRemoteDescription(offer, id);
        send({ answer: await transport.createAndSetAnswer(), id });
      });
      return answered;
    });
  };
}

/** Likewise, and side a begins with an offer. */
function publisherThatOffers(library: Any): NegotiationCode {
  const begin = publisherAndServer(library);
  return (peer) => {
    begin(peer);
    if (peer.name === "b") return;
    const transport = transports.get(peer);
    transport.addTransceiver(peer.createTrack("audio"), { direction: "sendonly" });
    transport.createAndSendOffer();
  };
}

/** Restarts ICE, as a room does that resumes. A room begins anew where it fails. */
function restartIce(peer: ExploredPeer): void {
  transports
    .get(peer)
    .createAndSendOffer({ iceRestart: true })
    .catch(() => undefined);
}

/** Publishes a track, as `publishTrack()` does. */
function publish(peer: ExploredPeer): void {
  const transport = transports.get(peer);
  transport.addTransceiver(peer.createTrack("audio"), { direction: "sendonly" });
  transport.negotiate();
}

const publishing = { peer: "a", do: publish, name: "publish" } as const;
const common = { entry, script: null, code: publisherAndServer } as const;
const twice =
  "Two of its `PCTransport`: side a publishes two tracks, side b answers as the server does, one offer after the other.";
const pullRequest = (number: number) => ({
  title: `client-sdk-js ${number}`,
  url: `https://github.com/livekit/client-sdk-js/pull/${number}`,
});

export const livekitClient: readonly Exploration[] = [
  {
    ...{ ...common, name: "livekit-client-duplicate", package: "livekit-client" },
    setting: "Two of its `PCTransport`: side a publishes a track, side b answers. One message may arrive twice.",
    options: { ...asInBrowsers, actions: [publishing], faults: ["duplicate"] },
    ...{ expected: null, finding: null, links: [] },
  },
  {
    ...{ ...common, name: "livekit-client-publish-twice", package: "livekit-client" },
    setting: twice,
    options: { ...asInBrowsers, actions: [publishing, publishing], bounds: { states: 60_000 } },
    ...{ expected: null, finding: null, links: [] },
  },
  {
    ...{ ...common, name: "livekit-client-restart", package: "livekit-client", code: publisherThatOffers },
    setting:
      "Two of its `PCTransport`: side a offers a track and side b answers; at any moment, side a restarts ICE. The candidates of " +
      "side b carry their `usernameFragment`, as a browser's do.",
    options: { ...asInBrowsers, actions: [{ peer: "a", do: restartIce, name: "restartIce" }] },
    expected: "no-unhandled-error",
    finding:
      "Candidates that arrive while ICE restarts are kept until the answer is set, and then added, whatever generation they " +
      "are of. webrtc-pc refuses those of the one before, and nothing handles the rejection. Chromium and Firefox let them pass.",
    links: [],
  },
  {
    ...{ ...common, name: "livekit-client-restart-beyond", package: "livekit-client", code: publisherThatOffers },
    setting: "The same, and rejections that nothing handles are let pass.",
    options: {
      ...asInBrowsers,
      actions: [{ peer: "a", do: restartIce, name: "restartIce" }],
      except: ["no-unhandled-error"],
      bounds: { states: 500_000 },
    },
    ...{ expected: null, finding: null, links: [] },
  },
  {
    ...{ ...common, name: "livekit-client-2.22.3-duplicate", package: "livekit-client-2.22.3" },
    setting: "Two of its `PCTransport`: side a publishes a track, side b answers. One message may arrive twice.",
    options: { ...asInBrowsers, actions: [publishing], faults: ["duplicate"] },
    expected: "no-invalid-state-error",
    finding: "An answer that arrives again is set again, in the state stable. Since 2.22.4 it is ignored.",
    control: "livekit-client-duplicate",
    links: [],
  },
  {
    ...{ ...common, name: "livekit-client-2.15.0-publish-twice", package: "livekit-client-2.15.0" },
    setting: twice,
    options: { ...asInBrowsers, actions: [publishing, publishing] },
    expected: "both-stable",
    finding:
      "A second track is published while an offer is under way. `createAndSendOffer()` makes no offer then, but counts one: " +
      "the answer to the offer under way has an older number, and is ignored. The connection stays in have-local-offer, and " +
      "nothing is ever published on it again.",
    control: "livekit-client-publish-twice",
    links: [pullRequest(1585)],
  },
  {
    ...{ ...common, name: "livekit-client-2.13.8-publish-twice", package: "livekit-client-2.13.8" },
    setting: twice,
    options: { ...asInBrowsers, actions: [publishing, publishing] },
    expected: "no-unhandled-error",
    finding:
      "A second `createAndSendOffer()` begins before the first has set its offer. Both offers are set, and the number of " +
      "the second is sent with the first: the answer to the first is taken for one to the second, whose m= sections it does " +
      "not have. Since 2.14.0 a lock holds the second back.",
    control: "livekit-client-publish-twice",
    links: [pullRequest(1567)],
  },
];
