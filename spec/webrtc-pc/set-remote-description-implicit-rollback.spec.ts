import { describe, expect, it } from "vitest";
import { applied, newSession, perform, rejected, sessionAfter } from "../../cases/calls.ts";
import { sessionIn, states } from "../../cases/sessions.ts";
import { operationFailed, type Profile, setRemoteDescription } from "../../src/entries/index.ts";

const intoStable = [{ type: "update-negotiation-needed" }, { type: "signalingstatechange", signalingState: "stable" }];
const intoRemoteOffer = [{ type: "signalingstatechange", signalingState: "have-remote-offer" }];

const allowingBoth: Profile = {
  name: "rolls back everything",
  rollbackFromPranswer: true,
  implicitRollback: true,
  modificationCheck: "before-state",
};

describe("webrtc-pc #dom-peerconnection-setremotedescription, implicit rollback in have-local-offer", () => {
  const before = sessionAfter(
    newSession(),
    "offer created L1",
    "local",
    "remote answer R1",
    "offer created L2",
    "local",
  );
  const outcome = applied(perform(before, "remote offer R2"));

  it("passes through stable: each session has its own effects, and none is repeated", () => {
    expect(before.signalingState).toBe("have-local-offer");
    expect(outcome.rolledBack?.effects).toEqual(intoStable);
    expect(outcome.effects).toEqual(intoRemoteOffer);
  });

  it("ends in have-remote-offer with the local offer gone and the last exchange kept", () => {
    expect(outcome.session).toEqual({
      ...before,
      signalingState: "have-remote-offer",
      pendingLocalDescription: null,
      pendingRemoteDescription: { type: "offer", sdp: "R2" },
    });
    expect(outcome.session.lastCreatedOffer).toBe("L2");
  });

  it("gives the session in between, which is what a local rollback gives", () => {
    expect(outcome.rolledBack).toEqual({ session: sessionAfter(before, "local rollback"), effects: intoStable });
    expect(outcome.rolledBack?.session).toMatchObject({ signalingState: "stable", pendingLocalDescription: null });
    expect(Object.isFrozen(outcome.rolledBack) && Object.isFrozen(outcome.rolledBack?.effects)).toBe(true);
  });

  it("is a rollback, then the offer", () => {
    const { session } = outcome;
    expect(session).toEqual(sessionAfter(before, "local rollback", "remote offer R2"));
  });

  it("leaves stable behind where the stack then fails", () => {
    const { rolledBack } = outcome;
    if (rolledBack === null) throw new Error("nothing was rolled back");
    const failed = rejected(operationFailed(rolledBack.session, "remote", "offer", "no resources"));
    expect(failed.session).toBe(rolledBack.session);
    expect(failed.rolledBack).toBeNull();
    expect(failed.rejection).toMatchObject({ error: "OperationError", signalingState: "stable" });
  });

  it("leaves the created offer usable", () => {
    const answered = sessionAfter(outcome.session, "remote rollback", "local offer L2");
    expect(answered.signalingState).toBe("have-local-offer");
  });

  it("does nothing for other remote descriptions", () => {
    for (const call of ["remote answer R", "remote pranswer R", "remote rollback"]) {
      expect(applied(perform(before, call)).rolledBack, call).toBeNull();
    }
  });

  it("does nothing for a description that cannot be converted", () => {
    for (const description of [undefined, {}, { type: "offers" }, { type: "offer", sdp: Symbol("junk") }]) {
      const { session, effects, rejection } = rejected(setRemoteDescription(before, description));
      expect(rejection.error).toBe("TypeError");
      expect(session).toBe(before);
      expect(effects).toEqual([]);
    }
  });
});

describe("webrtc-pc #dom-peerconnection-setremotedescription, no implicit rollback where the offer is legal", () => {
  it.each(["stable", "have-remote-offer"] as const)("in %s", (state) => {
    const outcome = applied(perform(sessionIn(state), "remote offer R2"));
    expect(outcome.rolledBack).toBeNull();
    expect(outcome.session.signalingState).toBe("have-remote-offer");
  });
});

describe("webrtc-pc #set-description, the rollback of a provisional answer is itself refused", () => {
  it.each(["have-local-pranswer", "have-remote-pranswer"] as const)("in %s nothing changes", (state) => {
    for (const profile of ["webrtc-pc", { ...allowingBoth, rollbackFromPranswer: false }] as const) {
      const before = sessionIn(state, profile);
      const { session, effects, rolledBack, rejection } = rejected(perform(before, "remote offer R2"));
      expect(session).toBe(before);
      expect(effects).toEqual([]);
      expect(rolledBack).toBeNull();
      expect(rejection).toMatchObject({ error: "InvalidStateError", side: "remote", type: "offer" });
    }
  });
});

describe("RFC 9429 §5.5 has no implicit rollback, nor had older browsers", () => {
  const profiles = ["rfc9429", "legacy", { ...allowingBoth, implicitRollback: false }] as const;

  it.each(["have-local-offer", "have-local-pranswer", "have-remote-pranswer"] as const)("in %s", (state) => {
    for (const profile of profiles) {
      const before = sessionIn(state, profile);
      const { session, effects, rolledBack, rejection } = rejected(perform(before, "remote offer R2"));
      expect(session).toBe(before);
      expect(effects).toEqual([]);
      expect(rolledBack).toBeNull();
      expect(rejection).toMatchObject({ error: "InvalidStateError", code: "offer-in-wrong-state", type: "offer" });
    }
  });
});

describe("a profile that allows implicit rollback and rollback of provisional answers goes through with both", () => {
  it.each(["have-local-offer", "have-local-pranswer", "have-remote-pranswer"] as const)("in %s", (state) => {
    const before = sessionIn(state, allowingBoth);
    const outcome = applied(perform(before, "remote offer R2"));
    expect(outcome.effects).toEqual(intoRemoteOffer);
    expect(outcome.rolledBack).toEqual({ session: sessionAfter(before, "local rollback"), effects: intoStable });
    expect(outcome.session).toEqual(sessionAfter(before, "local rollback", "remote offer R2"));
  });

  it("but not on a closed connection", () => {
    const before = sessionIn("closed", allowingBoth);
    expect(rejected(perform(before, "remote offer R2")).session).toBe(before);
  });

  it("a local offer never rolls anything back", () => {
    for (const state of states.filter((name) => name !== "stable" && name !== "have-local-offer")) {
      expect(rejected(perform(sessionIn(state, allowingBoth), "local offer LO")).effects, state).toEqual([]);
    }
  });
});
