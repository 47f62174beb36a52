// Every kind of difference: how it is named, what it says, and that the next call, done right, conforms again.
import { describe, expect, it } from "vitest";
import { alice, audioOnly } from "../../cases/sdp/given/descriptions.ts";
import { createOracle, type DifferenceKind } from "../../src/entries/oracle.ts";
import { codesOf, judgedScript, lastOf, opaqueOracle } from "./scripts/observed-script.ts";

interface Case {
  readonly kind: DifferenceKind;
  readonly name: string;
  /** The call that goes wrong is the last. */
  readonly script: string;
  readonly provision: string;
  readonly expected: string;
  readonly observed: string;
  readonly section: string;
  /** A right call from where the implementation was seen to be. */
  readonly next: string;
}

const offered = "local offer: event have-local-offer, resolved, have-local-offer | offer O1 | - | - | -";
const received = "remote offer O2: event have-remote-offer, resolved, have-remote-offer | - | - | offer O2 | -";
const remotely = "#dom-peerconnection-setremotedescription";
const locally = "#dom-peerconnection-setlocaldescription";

const cases: readonly Case[] = [
  {
    kind: "applied",
    name: "an answer to no offer",
    script: "remote answer A1: resolved, stable | - | - | - | answer A1",
    provision: "remote-answer-in-stable",
    expected: "InvalidStateError",
    observed: "applied",
    section: "§3.2",
    next: "local offer: event have-local-offer, resolved, have-local-offer | offer O1 | - | - | answer A1",
  },
  {
    kind: "applied",
    name: "a rollback of a provisional answer (werift)",
    script: `${received}
      local pranswer: event have-local-pranswer, resolved, have-local-pranswer | pranswer A1 | - | offer O2 | -
      local rollback: event stable, resolved, stable | - | - | - | -`,
    provision: "local-rollback-in-have-local-pranswer",
    expected: "InvalidStateError",
    observed: "applied",
    section: "#set-description",
    next: received,
  },
  {
    kind: "applied",
    name: "a description that was not created here",
    script: "local offer munged: event have-local-offer, resolved, have-local-offer | offer munged | - | - | -",
    provision: "local-description-modified",
    expected: "InvalidModificationError",
    observed: "applied",
    section: locally,
    next: "local rollback: event stable, resolved, stable | - | - | - | -",
  },
  {
    kind: "refused",
    name: "an offer that crosses this side's own (wrtc)",
    script: `${offered}
      remote offer O2: InvalidStateError, have-local-offer | offer O1 | - | - | -`,
    provision: "implicit-rollback",
    expected: "applied",
    observed: "InvalidStateError",
    section: remotely,
    next: "remote answer A1: event stable, resolved, stable | - | offer O1 | - | answer A1",
  },
  {
    kind: "refused",
    name: "the other side's rollback (Firefox)",
    script: `${offered}
      remote rollback: InvalidStateError, have-local-offer | offer O1 | - | - | -`,
    provision: "remote-rollback-in-have-local-offer",
    expected: "applied",
    observed: "InvalidStateError",
    section: remotely,
    next: "local rollback: event stable, resolved, stable | - | - | - | -",
  },
  {
    kind: "refused",
    name: "an offer of its own making",
    script: "local offer: OperationError, stable | - | - | - | -",
    provision: "local-offer-without-sdp-in-stable",
    expected: "applied",
    observed: "OperationError",
    section: locally,
    next: received,
  },
  {
    kind: "unsettled",
    name: "a rollback that is carried out and never resolved",
    script: `${received}
      local rollback: event stable, unsettled, stable | - | - | - | -`,
    provision: "local-rollback-in-have-remote-offer",
    expected: "applied",
    observed: "unsettled",
    section: locally,
    next: offered,
  },
  {
    kind: "unsettled",
    name: "a refusal that is never told",
    script: "remote answer A1: unsettled, stable",
    provision: "remote-answer-in-stable",
    expected: "InvalidStateError",
    observed: "unsettled",
    section: "§3.2",
    next: offered,
  },
  {
    kind: "wrong-error",
    name: "a wrong state that is an operation that failed",
    script: "remote answer A1: OperationError, stable | - | - | - | -",
    provision: "remote-answer-in-stable",
    expected: "InvalidStateError",
    observed: "OperationError",
    section: "§3.2",
    next: offered,
  },
  {
    kind: "wrong-state",
    name: "a provisional answer that ends the negotiation",
    script: `${offered}
      remote pranswer A1: event stable, resolved, stable | - | offer O1 | - | answer A1`,
    provision: "remote-pranswer-in-have-local-offer",
    expected: "have-remote-pranswer",
    observed: "stable",
    section: remotely,
    next: "remote offer O3: event have-remote-offer, resolved, have-remote-offer | - | offer O1 | offer O3 | answer A1",
  },
  {
    kind: "wrong-state",
    name: "a refusal that moves the state all the same",
    script: `${offered}
      local answer: InvalidStateError, stable | - | - | - | -`,
    provision: "local-answer-without-sdp-in-have-local-offer",
    expected: "have-local-offer",
    observed: "stable",
    section: "#dom-rtcpeerconnection-createanswer",
    next: received,
  },
  {
    kind: "wrong-slot",
    name: "a rollback that forgets a slot",
    script: `${offered}
      local rollback: event stable, resolved, stable | offer O1 | - | - | -`,
    provision: "local-rollback-in-have-local-offer",
    expected: "pendingLocalDescription null",
    observed: "pendingLocalDescription offer",
    section: locally,
    next: "remote offer O2: event have-remote-offer, resolved, have-remote-offer | offer O1 | - | offer O2 | -",
  },
  {
    kind: "wrong-slot",
    name: "two slots exchanged",
    script: "remote offer O2: event have-remote-offer, resolved, have-remote-offer | offer O2 | - | - | -",
    provision: "remote-offer-in-stable",
    expected: "pendingLocalDescription null, pendingRemoteDescription offer",
    observed: "pendingLocalDescription offer, pendingRemoteDescription null",
    section: remotely,
    next: "remote rollback: event stable, resolved, stable | - | - | - | -",
  },
  {
    kind: "changed-sdp",
    name: "another SDP than was set",
    script: "remote offer O2: event have-remote-offer, resolved, have-remote-offer | - | - | offer O3 | -",
    provision: "remote-offer-in-stable",
    expected: "pendingRemoteDescription line 1",
    observed: "pendingRemoteDescription line 1 with another value",
    section: remotely,
    next: "local answer: event stable, resolved, stable | - | answer A1 | - | offer O3",
  },
  {
    kind: "wrong-events",
    name: "an event too many",
    script: "remote offer O2: event have-remote-offer, event have-remote-offer, resolved, have-remote-offer",
    provision: "remote-offer-in-stable",
    expected: "have-remote-offer",
    observed: "have-remote-offer, have-remote-offer",
    section: remotely,
    next: "remote rollback: event stable, resolved, stable",
  },
  {
    kind: "wrong-events",
    name: "an event too few, of two",
    script: `${offered}
      remote offer O2: event have-remote-offer, resolved, have-remote-offer`,
    provision: "implicit-rollback",
    expected: "stable, have-remote-offer",
    observed: "have-remote-offer",
    section: remotely,
    next: "remote rollback: event stable, resolved, stable",
  },
  {
    kind: "wrong-events",
    name: "an event of a refusal",
    script: "remote answer A1: event stable, InvalidStateError, stable",
    provision: "remote-answer-in-stable",
    expected: "none",
    observed: "stable",
    section: "§3.2",
    next: received,
  },
];

describe("a difference", () => {
  it.each(cases)("$kind: $name", ({ kind, script, provision, expected, observed, section }) => {
    const judged = lastOf(script);
    const [difference] = judged.differences;
    expect(judged.differences).toHaveLength(1);
    expect(difference).toMatchObject({
      kind,
      provision,
      code: `${kind}-${provision}`,
      expected,
      observed,
      rule: null,
      reference: { section, url: expect.stringMatching(/^https:.*#.+/) },
      knownDeviation: null,
    });
    expect(judged.conforms).toBe(false);
    expect(judged.step).toMatchObject({
      verdict: "divergence",
      provision,
      differences: judged.differences,
      why: difference?.message,
    });
  });

  it.each(cases)("$kind, $name, is told once: what was right before and the right call after it conform", (one) => {
    const codes = codesOf(`${one.script}\n${one.next}`);
    const before = codes.slice(0, -2).map(() => "");
    expect(codes).toEqual([...before, `${one.kind}-${one.provision}`, ""]);
  });

  it("each kind is among them, but the two that need more than a call and its words", () => {
    const kinds = new Set(cases.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      [
        "applied",
        "refused",
        "unsettled",
        "wrong-error",
        "wrong-state",
        "wrong-slot",
        "changed-sdp",
        "wrong-events",
      ].sort(),
    );
  });
});

describe("a difference in how SDP is judged", () => {
  const fine = audioOnly(alice, "actpass");
  const named = {
    fine,
    broken: fine.replace(/^s=.*\r\n/m, "nonsense\r\n"),
    unprotected: fine.replace(/^a=fingerprint:.*\r\n/m, ""),
  };
  const oracle = createOracle();

  it("has the rule, and cites it", () => {
    const [difference] = lastOf("remote offer unprotected: resolved, have-remote-offer", oracle, named).differences;
    expect(difference).toMatchObject({
      code: "applied-sdp-not-acceptable-d5",
      provision: "sdp-not-acceptable-d5",
      expected: "InvalidAccessError",
      observed: "applied",
      rule: "D5",
      reference: { spec: "RFC 9429", section: "§5.8.3" },
    });
  });

  it("wrong-line: a syntax error reported in another line", () => {
    const [difference, ...others] = lastOf(
      "remote offer broken: OperationError sdp-syntax-error line 2, stable",
      oracle,
      named,
    ).differences;
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      code: "wrong-line-sdp-syntax-error",
      provision: "sdp-syntax-error",
      expected: "line 3",
      observed: "line 2",
      reference: { spec: "RFC 8866" },
    });
    expect(difference?.rule).toMatch(/^S\d+$/);
  });

  it.each([
    [
      "applied",
      "remote offer broken: event have-remote-offer, resolved, have-remote-offer",
      "applied-sdp-syntax-error",
    ],
    [
      "refused in another line",
      "remote offer broken: OperationError sdp-syntax-error line 9, stable",
      "wrong-line-sdp-syntax-error",
    ],
    [
      "refused without a line",
      "remote offer broken: OperationError sdp-syntax-error, stable",
      "wrong-line-sdp-syntax-error",
    ],
  ])("%s: judging goes on from where the implementation is", (_, line, code) => {
    const moved = line.endsWith("have-remote-offer");
    const next = `remote offer fine: ${moved ? "" : "event have-remote-offer, "}resolved, have-remote-offer`;
    expect(codesOf(`${line}\n${next}`, oracle, named)).toEqual([code, ""]);
  });

  it("what breaks after an implicit rollback leaves the connection in stable: Chromium's two differences", () => {
    const script = `
      createOffer: resolved offer fine, stable
      local offer fine: event have-local-offer, resolved, have-local-offer
      remote offer broken: OperationError, have-local-offer
      remote rollback: event stable, resolved, stable`;
    expect(codesOf(script, oracle, named)).toEqual([
      "",
      "",
      "wrong-error-sdp-syntax-error wrong-state-sdp-syntax-error",
      "",
    ]);
  });
});

describe("after a wrong state, where nobody looked at slots", () => {
  it("what fits the state that was seen is kept, and compared later", () => {
    const script = `
      remote offer O2: unheard, resolved, have-remote-offer
      local pranswer: unheard, resolved, have-remote-offer
      remote nonsense: TypeError, have-remote-offer | - | - | offer O3 | -`;
    expect(codesOf(script)).toEqual([
      "",
      "wrong-state-local-pranswer-without-sdp-in-have-remote-offer",
      "changed-sdp-type-unknown",
    ]);
  });

  it("what does not is taken for any", () => {
    const script = `
      local: unheard, resolved, have-remote-offer
      local answer: unheard, resolved, stable | - | answer A1 | - | offer O9`;
    expect(codesOf(script)).toEqual(["wrong-state-local-offer-without-sdp-in-stable", ""]);
  });
});

describe("one fault is told once", () => {
  it.each([
    [
      "a wrong outcome hides the error and all that follows",
      "remote answer A1: event closed, resolved, have-remote-offer | offer O9 | - | offer O9 | -",
    ],
    [
      "a wrong refusal too",
      "remote offer O1: event closed, InvalidStateError, have-local-pranswer | offer O9 | - | - | -",
    ],
    [
      "and a call never settled",
      "remote offer O1: event closed, unsettled, have-local-pranswer | offer O9 | - | - | -",
    ],
    [
      "a wrong state hides slots and events",
      "remote offer O1: event closed, resolved, have-local-offer | offer O9 | - | - | -",
    ],
  ])("%s", (_, line) => {
    expect(lastOf(line).differences).toHaveLength(1);
  });

  it("slots and events are faults of their own", () => {
    const codes = codesOf("remote offer O1: resolved, have-remote-offer | - | - | offer O9 | offer O9");
    expect(codes).toEqual([
      "wrong-slot-remote-offer-in-stable changed-sdp-remote-offer-in-stable wrong-events-remote-offer-in-stable",
    ]);
  });

  it("and is not told where nobody looked", () => {
    expect(codesOf("remote offer O1: unheard, resolved, have-remote-offer")).toEqual([""]);
    expect(codesOf("remote offer O1: event have-remote-offer, resolved, have-remote-offer")).toEqual([""]);
  });

  it("the oracle given is left as it was", () => {
    const before = JSON.stringify(opaqueOracle);
    judgedScript(cases.map(({ script, next }) => `${script}\n${next}`).join("\n"));
    expect(JSON.stringify(opaqueOracle)).toBe(before);
  });
});
