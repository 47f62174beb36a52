// What implementations do otherwise than the specifications say, by what they were seen to do; one fault is one
// divergence: judging goes on from where the implementation is.
import { describe, expect, it } from "vitest";
import { onlyFinding, verdictsOf } from "./scripts/event-script.ts";

const haveLocalOffer = `
      local
      state have-local-offer
      local ok offer O1`;
const offered = "local offer: stable → have-local-offer: conforms";
const haveRemoteOffer = `
      remote offer O2
      state have-remote-offer
      remote ok`;
const received = "remote offer: stable → have-remote-offer: conforms";

const cases: readonly { readonly name: string; readonly script: string; readonly verdicts: readonly string[] }[] = [
  {
    name: "no implicit rollback (libwebrtc in Node)",
    script: `${haveLocalOffer}
      remote offer O2
      remote failed Called in wrong state: have-local-offer
      remote answer A1
      state stable
      remote ok`,
    verdicts: [
      offered,
      "remote offer: have-local-offer rejected: divergence",
      "remote answer: have-local-offer → stable: conforms",
    ],
  },
  {
    name: "an implicit rollback that stands, as the offer is refused: its SDP was not judged",
    script: `${haveLocalOffer}
      remote offer O2
      state stable
      remote failed Failed to set remote offer sdp
      remote answer A1
      remote failed`,
    verdicts: [
      offered,
      "remote offer: have-local-offer → stable rejected: unjudged",
      "remote answer: stable rejected: illegal-call answer-in-wrong-state",
    ],
  },
  {
    name: "a remote offer refused in have-local-offer, in a log without states: nobody can tell what was rolled back",
    script: `
      local
      local ok offer O1
      remote offer O2
      remote failed`,
    verdicts: [offered, "remote offer: have-local-offer rejected: unjudged"],
  },
  {
    name: "a remote rollback of the local offer refused (Firefox)",
    script: `${haveLocalOffer}
      remote rollback
      remote failed
      remote answer A1
      state stable
      remote ok`,
    verdicts: [
      offered,
      "remote rollback: have-local-offer rejected: divergence",
      "remote answer: have-local-offer → stable: conforms",
    ],
  },
  {
    name: "a local rollback of the remote offer refused (Firefox)",
    script: `${haveRemoteOffer}
      local rollback
      local failed`,
    verdicts: [received, "local rollback: have-remote-offer rejected: divergence"],
  },
  {
    name: "a rollback of a provisional answer applied (werift)",
    script: `${haveRemoteOffer}
      local pranswer
      state have-local-pranswer
      local ok pranswer A1
      local rollback
      state stable
      local ok
      local
      state have-local-offer
      local ok offer O3`,
    verdicts: [
      received,
      "local pranswer: have-remote-offer → have-local-pranswer: conforms",
      "local rollback: have-local-pranswer → stable: divergence rollback-from-pranswer",
      "local offer: stable → have-local-offer: conforms",
    ],
  },
  {
    name: "a provisional answer that changes no state (aiortc)",
    script: `${haveRemoteOffer}
      local pranswer
      local ok pranswer A1
      local
      state stable
      local ok answer A1`,
    verdicts: [
      received,
      "local pranswer: have-remote-offer: divergence",
      "local answer: have-remote-offer → stable: conforms",
    ],
  },
  {
    name: "an answer applied in stable",
    script: `
      remote answer A1
      remote ok
      local
      state have-local-offer
      local ok offer O1`,
    verdicts: ["remote answer: stable: divergence answer-in-wrong-state", offered],
  },
  {
    name: "a remote refusal that the state does not explain is not judged",
    script: `
      remote offer O2
      remote failed`,
    verdicts: ["remote offer: stable rejected: unjudged"],
  },
  {
    name: "a refusal that moved the state all the same",
    script: `
      remote offer O2
      state have-remote-offer
      remote failed`,
    verdicts: ["remote offer: stable → have-remote-offer rejected: divergence"],
  },
  {
    name: "a crossing offer refused that moved on all the same, past the implicit rollback",
    script: `${haveLocalOffer}
      remote offer O2
      state stable
      state have-remote-offer
      remote failed
      local
      state stable
      local ok answer A1`,
    verdicts: [
      offered,
      "remote offer: have-local-offer → have-remote-offer rejected: divergence",
      "local answer: have-remote-offer → stable: conforms",
    ],
  },
  {
    name: "an illegal call rightly refused that moved the state all the same",
    script: `${haveLocalOffer}
      local answer
      state stable
      local failed
      remote offer O2
      state have-remote-offer
      remote ok`,
    verdicts: [
      offered,
      "local answer: have-local-offer → stable rejected: divergence create-answer-in-wrong-state",
      received,
    ],
  },
  {
    name: "two faults are two divergences",
    script: `
      local offer never-created
      state have-local-offer
      local ok
      remote rollback
      remote failed`,
    verdicts: [
      "local offer: stable → have-local-offer: divergence local-description-modified",
      "remote rollback: have-local-offer rejected: divergence",
    ],
  },
];

describe("divergences", () => {
  it.each(cases)("$name", ({ script, verdicts }) => {
    expect(verdictsOf(script)).toEqual(verdicts);
  });

  it("without implicit rollback: what must have come, and where it stands", () => {
    const { expected, why, reference } = onlyFinding(`${haveLocalOffer}
      remote offer O2
      remote failed`);
    expect(expected).toEqual({ outcome: "applied", error: null, signalingState: "have-remote-offer" });
    expect(why).toBe(
      "The call was refused, and the signaling state is have-local-offer: the implicit rollback before it must stand, so stable was expected.",
    );
    expect(reference?.url).toMatch(/#dom-peerconnection-setremotedescription$/);
  });

  it("a remote refusal that moved the state: opaque SDP excuses no such thing", () => {
    const { verdict, expected, observed, why, reference } = onlyFinding(
      `
      remote offer O2
      state have-remote-offer
      remote failed`,
      { sdp: "opaque" },
    );
    expect(verdict).toBe("divergence");
    expect(expected).toEqual({ outcome: "applied", error: null, signalingState: "have-remote-offer" });
    expect(observed).toMatchObject({ outcome: "rejected", signalingState: "have-remote-offer", stateSeen: true });
    expect(why).toBe(
      "The call was refused, and the signaling state is have-remote-offer: a refusal must not change the state, so stable was expected.",
    );
    expect(reference?.url).toMatch(/#dom-peerconnection-setremotedescription$/);
  });

  it.each([
    [
      "a remote rollback",
      `${haveLocalOffer}
      remote rollback
      remote failed`,
      "have-local-offer",
    ],
    [
      "a local rollback",
      `${haveRemoteOffer}
      local rollback
      local failed`,
      "have-remote-offer",
    ],
  ])("%s refused where it is legal: why", (_, script, state) => {
    expect(onlyFinding(script).why).toBe(`The call is legal in ${state}, but the implementation refused it.`);
  });

  it("what is not judged has no expectation and no reference", () => {
    const step = onlyFinding(`
      remote offer O2
      remote failed Some words`);
    expect(step).toMatchObject({ expected: null, code: null, rule: null, reference: null });
    expect(step.observed.message).toBe("Some words");
  });

  it("a local refusal of what the log shows no creation of is judged by the state", () => {
    const { verdict, code } = onlyFinding(`
      local offer never-created
      local failed`);
    expect({ verdict, code }).toEqual({ verdict: "illegal-call", code: "local-description-modified" });
  });
});
