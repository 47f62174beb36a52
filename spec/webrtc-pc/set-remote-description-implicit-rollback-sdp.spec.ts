import { describe, expect, it } from "vitest";
import { applied, perform, rejected } from "../../cases/calls.ts";
import { alice, balanced, bob, bundled } from "../../cases/sdp/given/descriptions.ts";
import { port0, removeSection } from "../../cases/sdp/given/edits.ts";
import { local, remote, sessionWith, verdictOnOffer } from "../../cases/sdp/real-calls.ts";
import { createSession, type Profile, type Session, setRemoteDescription } from "../../src/entries/index.ts";

const mine = balanced(alice, "actpass");
const theirs = balanced(bob, "actpass");
const maxSdpLength = 100_000;

const refusals: readonly (readonly [what: string, sdp: string, error: string, rule: string])[] = [
  ["is not SDP", "Invalid SDP", "RTCError", "S1"],
  ["is empty", "", "RTCError", "S2"],
  ["has no rtcp-mux", theirs.replace("a=rtcp-mux\r\n", ""), "InvalidAccessError", "D7"],
  ["rejects its tag", port0(0)(theirs), "InvalidAccessError", "D15"],
  ["is too long", `${theirs}${"a=x\r\n".repeat(20_000)}`, "OperationError", "L1"],
];

const rolledBackEffects = [
  { type: "update-negotiation-needed" },
  { type: "signalingstatechange", signalingState: "stable" },
];

function expectRolledBack(before: Session, sdp: string, error: string, rule: string): Session {
  const outcome = rejected(setRemoteDescription(before, { type: "offer", sdp }));
  expect(outcome.rejection).toMatchObject({ error, rule, signalingState: "stable", side: "remote", type: "offer" });
  expect(outcome.effects).toEqual([]);
  expect(outcome.rolledBack?.effects).toEqual(rolledBackEffects);
  expect(outcome.session).toBe(outcome.rolledBack?.session);
  expect(outcome.session).toEqual(applied(perform(before, "local rollback")).session);
  expect(outcome.session.signalingState).toBe("stable");
  return outcome.session;
}

describe("semantics, implicit rollback: it stands where the offer is then refused", () => {
  describe.each(refusals)("because it %s", (_, sdp, error, rule) => {
    it("in a first negotiation", () => {
      const offered = sessionWith(createSession({ maxSdpLength }), local("offer", mine));
      const left = expectRolledBack(offered, sdp, error, rule);
      expect(left.lastCreatedOffer).toBe(mine);
      expect(left.pendingLocalDescription).toBeNull();
    });

    it("in a renegotiation: the last exchange is kept", () => {
      const connected = sessionWith(
        createSession({ maxSdpLength }),
        local("offer", mine),
        remote("answer", balanced(bob, "active")),
      );
      const offered = sessionWith(connected, local("offer", balanced(alice, "actpass", 2)));
      const left = expectRolledBack(offered, sdp, error, rule);
      expect(left.currentLocalDescription).toEqual({ type: "offer", sdp: mine });
      expect(left.currentRemoteDescription?.type).toBe("answer");
    });

    it("and the next offer is judged as any other", () => {
      const left = expectRolledBack(
        sessionWith(createSession({ maxSdpLength }), local("offer", mine)),
        sdp,
        error,
        rule,
      );
      expect(verdictOnOffer(left, theirs)).toBe("applied have-remote-offer");
      expect(verdictOnOffer(left, sdp)).toBe(`${error} ${rule}`);
      expect(sessionWith(left, local("offer", mine)).signalingState).toBe("have-local-offer");
    });
  });

  it("also by a profile that rolls back from a provisional answer", () => {
    const profile: Profile = {
      name: "rolls back everything",
      rollbackFromPranswer: true,
      implicitRollback: true,
      modificationCheck: "before-state",
    };
    for (const [, sdp, error, rule] of refusals) {
      const offered = sessionWith(createSession({ profile, maxSdpLength }), local("offer", mine));
      expectRolledBack(sessionWith(offered, remote("pranswer", balanced(bob, "active"))), sdp, error, rule);
      const answering = sessionWith(createSession({ profile, maxSdpLength }), remote("offer", mine));
      expectRolledBack(sessionWith(answering, local("pranswer", balanced(bob, "active"))), sdp, error, rule);
    }
  });
});

describe("semantics, implicit rollback: where it is refused itself, the SDP is not looked at", () => {
  it.each(refusals)("in have-remote-pranswer, an offer that %s", (_, sdp) => {
    const offered = sessionWith(createSession({ maxSdpLength }), local("offer", mine));
    const session = sessionWith(offered, remote("pranswer", balanced(bob, "active")));
    const outcome = rejected(setRemoteDescription(session, { type: "offer", sdp }));
    expect(outcome.rejection).toMatchObject({ error: "InvalidStateError", rule: null });
    expect(outcome.session).toBe(session);
    expect(outcome.effects).toEqual([]);
    expect(outcome.rolledBack).toBeNull();
  });

  it.each(["rfc9429", "legacy"] as const)("by the profile %s", (profile) => {
    const session = sessionWith(createSession({ profile, maxSdpLength }), local("offer", mine));
    for (const [, sdp] of refusals) {
      const outcome = rejected(setRemoteDescription(session, { type: "offer", sdp }));
      expect(outcome.rejection).toMatchObject({ error: "InvalidStateError", rule: null });
      expect(outcome.session).toBe(session);
    }
  });
});

describe("semantics, implicit rollback: the offer is judged against what is left", () => {
  const connected = sessionWith(
    createSession(),
    local("offer", bundled(alice, "actpass")),
    remote("answer", bundled(bob, "active")),
  );
  const offered = sessionWith(connected, local("offer", bundled(alice, "actpass", 2)));

  it("an acceptable one goes through", () => {
    const outcome = applied(setRemoteDescription(offered, { type: "offer", sdp: bundled(bob, "actpass", 2) }));
    expect(outcome.session.signalingState).toBe("have-remote-offer");
    expect(outcome.rolledBack?.session.signalingState).toBe("stable");
  });

  it("one with fewer m= sections than were negotiated does not", () => {
    const fewer = removeSection(2)(bundled(bob, "actpass", 2)).replace("BUNDLE 0 1 2", "BUNDLE 0 1");
    expectRolledBack(offered, fewer, "InvalidAccessError", "R1");
  });
});
