// Whole conversations with real SDP, each call with the verdict that it gets; a refused one changes nothing.
import type { SessionOptions } from "../../src/entries/index.ts";
import { alice, balanced, bob, bundled, carol, type Peer, rekeyed, restarted } from "./given/descriptions.ts";
import { local, type RealCall, remote } from "./real-calls.ts";

export interface Conversation {
  readonly name: string;
  readonly options?: SessionOptions;
  readonly calls: readonly (readonly [call: RealCall, verdict: string])[];
}

const offer = (peer: Peer, version = 1) => balanced(peer, "actpass", version);
const answer = (peer: Peer, version = 1) => balanced(peer, "active", version);
/** The answer of the one who was offered to, and so is the DTLS server, in a later exchange. */
const serverAnswer = (peer: Peer, version: number) => balanced(peer, "passive", version);

/** The leg's credentials with another's certificate. */
const forged: Peer = { ...bob, fingerprint: carol.fingerprint };
const [aliceAgain, bobAgain] = [restarted(alice), restarted(bob)];
const bobRekeyed = rekeyed(bobAgain);

const outOfTurn = [remote("answer", answer(bob)), "InvalidStateError answer-in-wrong-state"] as const;

export const conversations: readonly Conversation[] = [
  {
    name: "sequential forking, RFC 9429 §3.8.1: two legs answer provisionally, the second one finally",
    calls: [
      [local("offer", offer(alice)), "applied have-local-offer"],
      [remote("pranswer", answer(bob)), "applied have-remote-pranswer"],
      [remote("pranswer", answer(forged)), "InvalidAccessError A11"],
      [remote("pranswer", answer(carol)), "applied have-remote-pranswer"],
      [remote("answer", answer({ ...carol, fingerprint: bob.fingerprint })), "InvalidAccessError A11"],
      [remote("answer", answer(carol)), "applied stable"],
      outOfTurn,
      [local("offer", offer(alice, 2)), "applied have-local-offer"],
      [remote("answer", answer(bob)), "InvalidAccessError A10"],
      [remote("answer", answer(carol, 2)), "applied stable"],
    ],
  },
  {
    name: "sequential forking: the final answer comes from a leg that was not heard before",
    calls: [
      [local("offer", bundled(alice, "actpass")), "applied have-local-offer"],
      [remote("pranswer", bundled(bob, "active")), "applied have-remote-pranswer"],
      [remote("pranswer", bundled(bob, "active", 2)), "applied have-remote-pranswer"],
      [remote("answer", bundled(bob, "passive", 2)), "InvalidAccessError A6"],
      [remote("answer", bundled(carol, "passive")), "applied stable"],
      [remote("offer", bundled(carol, "actpass", 2)), "applied have-remote-offer"],
      [local("answer", bundled(alice, "passive", 2)), "InvalidAccessError A6"],
      [local("answer", bundled(alice, "active", 2)), "applied stable"],
    ],
  },
  {
    name: "provisional answers of one's own come from one leg",
    calls: [
      [remote("offer", offer(alice)), "applied have-remote-offer"],
      [local("pranswer", answer(bob)), "applied have-local-pranswer"],
      [local("pranswer", answer(carol)), "InvalidAccessError A10"],
      [local("answer", answer(carol)), "InvalidAccessError A10"],
      [local("answer", answer(bob, 2)), "applied stable"],
    ],
  },
  {
    name: "ICE restarts, RFC 9429 §5.10: round after round from both sides",
    calls: [
      [local("offer", offer(alice)), "applied have-local-offer"],
      [remote("answer", answer(bob)), "applied stable"],
      // Neither side restarts.
      [local("offer", offer(alice, 2)), "applied have-local-offer"],
      [remote("answer", answer(bobAgain, 2)), "InvalidAccessError A10"],
      [remote("answer", answer(bob, 2)), "applied stable"],
      // The local side restarts.
      [local("offer", offer(aliceAgain, 3)), "applied have-local-offer"],
      [remote("answer", answer(bob, 3)), "InvalidAccessError A10"],
      [remote("answer", answer(bobAgain, 3)), "applied stable"],
      // Neither side restarts again: the credentials are now the new ones, the role is the old one.
      [remote("offer", offer(bobAgain, 4)), "applied have-remote-offer"],
      [local("answer", serverAnswer(alice, 4)), "InvalidAccessError A10"],
      [local("answer", answer(aliceAgain, 4)), "InvalidAccessError A6"],
      [local("answer", serverAnswer(aliceAgain, 4)), "applied stable"],
      // The remote side restarts, and takes that back.
      [remote("offer", offer(bob, 5)), "applied have-remote-offer"],
      [remote("offer", offer(bobAgain, 6)), "applied have-remote-offer"],
      [local("answer", serverAnswer(restarted(aliceAgain), 5)), "InvalidAccessError A10"],
      [local("answer", serverAnswer(aliceAgain, 5)), "applied stable"],
    ],
  },
  {
    name: "a new certificate, RFC 9429 §5.8.3: only with an ICE restart",
    calls: [
      [remote("offer", offer(bob)), "applied have-remote-offer"],
      [local("answer", answer(alice)), "applied stable"],
      [remote("offer", offer(rekeyed(bob), 2)), "InvalidAccessError R5"],
      [remote("offer", offer(bobRekeyed, 2)), "applied have-remote-offer"],
      [local("answer", balanced(rekeyed(alice), "active", 2)), "InvalidAccessError A10"],
      [local("answer", serverAnswer(aliceAgain, 2)), "applied stable"],
      [remote("offer", balanced(bobRekeyed, "passive", 3)), "InvalidAccessError R6"],
      [remote("offer", balanced(bobRekeyed, "active", 3)), "applied have-remote-offer"],
    ],
  },
  {
    name: "rollback: what was rolled back binds nobody",
    calls: [
      [local("offer", offer(alice)), "applied have-local-offer"],
      [remote("answer", answer(bob)), "applied stable"],
      [local("offer", offer(aliceAgain, 2)), "applied have-local-offer"],
      [remote("offer", offer(bob, 2)), "applied have-remote-offer"],
      [local("answer", serverAnswer(aliceAgain, 2)), "InvalidAccessError A10"],
      [local("answer", serverAnswer(alice, 2)), "applied stable"],
    ],
  },
  {
    name: "a remote offer that replaces a remote offer, webrtc-pc #set-description",
    calls: [
      [remote("offer", offer(bob)), "applied have-remote-offer"],
      [remote("offer", balanced(bob, "actpass", 2).replace("m=video 9", "m=text 9")), "InvalidAccessError R9"],
      [remote("offer", offer(bob, 2)), "applied have-remote-offer"],
      [local("answer", answer(alice)), "applied stable"],
    ],
  },
  {
    name: "tolerating what a stack does",
    options: { tolerate: ["A10", "S4"] },
    calls: [
      [local("offer", `${offer(alice)}a=ptime:x\r\n`), "applied have-local-offer"],
      [remote("answer", answer(bob)), "applied stable"],
      [local("offer", `${offer(alice, 2)}a=ptime:y\r\n`), "applied have-local-offer"],
      [remote("answer", `${answer(bobAgain, 2)}a=maxptime:\r\n`), "RTCError S3"],
      [remote("answer", answer(bobAgain, 2)), "applied stable"],
    ],
  },
];
