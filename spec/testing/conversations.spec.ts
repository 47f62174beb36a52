// Peer connections without a fault are right, the fake's and the simulated ones: what they do, call by call, as the
// specifications say.
import { describe, expect, it } from "vitest";
import { faultyFake } from "./faulty/faulty-played.ts";
import { play } from "./simulated/script.ts";
import { simulated } from "./simulated/simulated-played.ts";

// A line is a call and all that is to be seen of it; the slots are pending and current local, pending and current remote.
const conversations: Readonly<Record<string, string>> = {
  "webrtc-pc #set-description: offer and answer, in both directions": `
    a createOffer: resolved, stable | - | - | - | -
    a local offer created: event have-local-offer, resolved, have-local-offer | offer a1 | - | - | -
    b remote offer theirs: event have-remote-offer, resolved, have-remote-offer | - | - | offer a1 | -
    b createAnswer: resolved, have-remote-offer | - | - | offer a1 | -
    b local answer created: event stable, resolved, stable | - | answer b1 | - | offer a1
    a remote answer theirs: event stable, resolved, stable | - | offer a1 | - | answer b1
    b local: event have-local-offer, resolved, have-local-offer | offer b2 | answer b1 | - | offer a1
    a remote offer theirs: event have-remote-offer, resolved, have-remote-offer | - | offer a1 | offer b2 | answer b1
    a local: event stable, resolved, stable | - | answer a2 | - | offer b2
    b remote answer theirs: event stable, resolved, stable | - | offer b2 | - | answer a2
    a local: event have-local-offer, resolved, have-local-offer | offer a3 | answer a2 | - | offer b2`,

  "webrtc-pc #dom-peerconnection-setlocaldescription: without SDP, or with what was created last": `
    a local offer: event have-local-offer, resolved, have-local-offer | offer a1 | - | - | -
    a createOffer: resolved, have-local-offer | offer a1 | - | - | -
    a local: resolved, have-local-offer | offer a2 | - | - | -
    a local offer munged: InvalidModificationError, have-local-offer | offer a2 | - | - | -
    b remote offer theirs: event have-remote-offer, resolved, have-remote-offer | - | - | offer a2 | -
    b local offer: InvalidStateError, have-remote-offer | - | - | offer a2 | -
    b local pranswer: event have-local-pranswer, resolved, have-local-pranswer | pranswer b1 | - | offer a2 | -
    b local: event stable, resolved, stable | - | answer b1 | - | offer a2
    b local answer munged: InvalidModificationError, stable | - | answer b1 | - | offer a2
    b local answer: InvalidStateError, stable | - | answer b1 | - | offer a2`,

  "webrtc-pc #dom-peerconnection-setlocaldescription: an answer to an offer that was replaced is not used again": `
    b createOffer: resolved, stable | - | - | - | -
    a remote offer theirs: event have-remote-offer, resolved, have-remote-offer | - | - | offer b1 | -
    a createAnswer: resolved, have-remote-offer | - | - | offer b1 | -
    b createOffer: resolved, stable | - | - | - | -
    a remote offer theirs: resolved, have-remote-offer | - | - | offer b2 | -
    a local: event stable, resolved, stable | - | answer a2 | - | offer b2`,

  "RFC 9429 §4.1.10.1: provisional answers": `
    a local: event have-local-offer, resolved, have-local-offer | offer a1 | - | - | -
    b remote offer theirs: event have-remote-offer, resolved, have-remote-offer | - | - | offer a1 | -
    b createAnswer: resolved, have-remote-offer | - | - | offer a1 | -
    b local pranswer created: event have-local-pranswer, resolved, have-local-pranswer | pranswer b1 | - | offer a1 | -
    a remote pranswer theirs: event have-remote-pranswer, resolved, have-remote-pranswer | offer a1 | - | pranswer b1 | -
    a local: InvalidStateError, have-remote-pranswer | offer a1 | - | pranswer b1 | -
    a createOffer: InvalidStateError, have-remote-pranswer | offer a1 | - | pranswer b1 | -
    b createAnswer: resolved, have-local-pranswer | pranswer b1 | - | offer a1 | -
    b local pranswer created: resolved, have-local-pranswer | pranswer b2 | - | offer a1 | -
    a remote pranswer theirs: resolved, have-remote-pranswer | offer a1 | - | pranswer b2 | -
    a remote rollback: InvalidStateError, have-remote-pranswer | offer a1 | - | pranswer b2 | -
    b local rollback: InvalidStateError, have-local-pranswer | pranswer b2 | - | offer a1 | -
    b remote offer theirs: InvalidStateError, have-local-pranswer | pranswer b2 | - | offer a1 | -
    b local answer created: event stable, resolved, stable | - | answer b2 | - | offer a1
    a remote answer theirs: event stable, resolved, stable | - | offer a1 | - | answer b2`,

  "RFC 9429 §5.7: rollbacks, from either side, to what was negotiated": `
    a createOffer: resolved, stable | - | - | - | -
    a local: event have-local-offer, resolved, have-local-offer | offer a1 | - | - | -
    a local rollback: event stable, resolved, stable | - | - | - | -
    a local rollback: InvalidStateError, stable | - | - | - | -
    a local offer created: event have-local-offer, resolved, have-local-offer | offer a1 | - | - | -
    b remote offer theirs: event have-remote-offer, resolved, have-remote-offer | - | - | offer a1 | -
    b local: event stable, resolved, stable | - | answer b1 | - | offer a1
    a remote answer theirs: event stable, resolved, stable | - | offer a1 | - | answer b1
    a local: event have-local-offer, resolved, have-local-offer | offer a2 | offer a1 | - | answer b1
    a remote rollback: event stable, resolved, stable | - | offer a1 | - | answer b1
    a remote rollback: InvalidStateError, stable | - | offer a1 | - | answer b1
    b remote offer theirs: event have-remote-offer, resolved, have-remote-offer | - | answer b1 | offer a2 | offer a1
    b remote rollback garbage: event stable, resolved, stable | - | answer b1 | - | offer a1`,

  "webrtc-pc #dom-peerconnection-setremotedescription: glare": `
    a local: event have-local-offer, resolved, have-local-offer | offer a1 | - | - | -
    b local: event have-local-offer, resolved, have-local-offer | offer b1 | - | - | -
    a remote offer theirs: event stable, event have-remote-offer, resolved, have-remote-offer | - | - | offer b1 | -
    a local: event stable, resolved, stable | - | answer a2 | - | offer b1
    b remote answer theirs: event stable, resolved, stable | - | offer b1 | - | answer a2
    b local: event have-local-offer, resolved, have-local-offer | offer b2 | offer b1 | - | answer a2
    a local: event have-local-offer, resolved, have-local-offer | offer a3 | answer a2 | - | offer b1
    a remote offer broken: event stable, InvalidAccessError, stable | - | answer a2 | - | offer b1
    a local: event have-local-offer, resolved, have-local-offer | offer a3 | answer a2 | - | offer b1
    a remote offer garbage: event stable, OperationError sdp-syntax-error line 1, stable | - | answer a2 | - | offer b1`,

  "webrtc-pc #set-description: text that is not SDP, or not acceptable": `
    a remote offer garbage: OperationError sdp-syntax-error line 1, stable | - | - | - | -
    a remote offer: OperationError sdp-syntax-error line 1, stable | - | - | - | -
    a remote answer garbage: InvalidStateError, stable | - | - | - | -
    b local: event have-local-offer, resolved, have-local-offer | offer b1 | - | - | -
    a remote offer broken: InvalidAccessError, stable | - | - | - | -
    a remote offer theirs: event have-remote-offer, resolved, have-remote-offer | - | - | offer b1 | -
    a createAnswer: resolved, have-remote-offer | - | - | offer b1 | -
    b remote answer broken: InvalidAccessError, have-local-offer | offer b1 | - | - | -
    b remote answer garbage: OperationError sdp-syntax-error line 1, have-local-offer | offer b1 | - | - | -
    b remote answer theirs: event stable, resolved, stable | - | offer b1 | - | answer a1
    b remote answer theirs: InvalidStateError, stable | - | offer b1 | - | answer a1
    b createAnswer: InvalidStateError, stable | - | offer b1 | - | answer a1
    a createOffer: InvalidStateError, have-remote-offer | - | - | offer b1 | -`,

  "Web IDL comes first, then whether the connection is closed": `
    a remote: TypeError, stable | - | - | - | -
    a remote nonsense: TypeError, stable | - | - | - | -
    a local nonsense: TypeError, stable | - | - | - | -
    a local: event have-local-offer, resolved, have-local-offer | offer a1 | - | - | -
    a close: closed | offer a1 | - | - | -
    a close: closed | offer a1 | - | - | -
    a local: InvalidStateError, closed | offer a1 | - | - | -
    a local rollback: InvalidStateError, closed | offer a1 | - | - | -
    a createOffer: InvalidStateError, closed | offer a1 | - | - | -
    a createAnswer: InvalidStateError, closed | offer a1 | - | - | -
    a remote offer garbage: InvalidStateError, closed | offer a1 | - | - | -
    a remote: TypeError, closed | offer a1 | - | - | -
    a local nonsense: TypeError, closed | offer a1 | - | - | -`,
};

const all = Object.entries(conversations);
// The fake numbers its descriptions otherwise where one was rolled back, and what it shows of a provisional answer has the
// candidates that an answer created before has not.
const onFake = all.filter(([name]) => !/provisional answers$|glare$/.test(name));

describe.each([
  ["the fake", faultyFake(), onFake],
  ["the simulated implementation", simulated, all],
] as const)("%s without a fault", (_, make, conversing) => {
  it.each(conversing)("%s", async (_, text) => {
    const lines = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : line.trim()));
    const calls = lines.map((line) => line.split(":")[0]);
    expect(await play(calls.join(","), make)).toEqual(lines);
  });
});
