import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  close,
  localDescription,
  nextSignalingState,
  remoteDescription,
  restoreSession,
  type SignalingState,
  setLocalDescription,
  setRemoteDescription,
} from "../src/entries/index.ts";
import { calls, openCall, setting } from "./arbitraries/arbitraries.ts";
import { sdpType, side } from "./arbitraries/argument-arbitraries.ts";
import { perform, sessionAfter } from "./model/commands.ts";
import { everyStep } from "./model/every-step.ts";
import { runs } from "./model/run-options.ts";

describe("the state is a function of the pending slots", () => {
  // Which side's pending slot holds what: RFC 9429 §3.2, in words.
  const meaning: Record<string, SignalingState> = {
    "none none": "stable",
    "offer none": "have-local-offer",
    "none offer": "have-remote-offer",
    "pranswer offer": "have-local-pranswer",
    "offer pranswer": "have-remote-pranswer",
  };

  it("as long as the session is not closed", () => {
    const seen = new Set<SignalingState>();
    everyStep(({ outcome: { session } }) => {
      const { pendingLocalDescription: local, pendingRemoteDescription: remote } = session;
      expect(session.signalingState).toBe(meaning[`${local?.type ?? "none"} ${remote?.type ?? "none"}`]);
      seen.add(session.signalingState);
    }, openCall);
    expect(seen.size).toBe(5);
  });

  it("and the description of a side is the pending one, else the current one", () => {
    everyStep(({ outcome: { session } }) => {
      expect(localDescription(session)).toBe(session.pendingLocalDescription ?? session.currentLocalDescription);
      expect(remoteDescription(session)).toBe(session.pendingRemoteDescription ?? session.currentRemoteDescription);
    });
  });
});

describe("refusal", () => {
  it("leaves the session the same object, as the wish for a created description does", () => {
    everyStep(({ before, outcome }) => {
      if (outcome.kind === "applied") return;
      expect(outcome.session).toBe(before);
      expect(outcome.effects).toEqual([]);
    });
  });

  it("names the state and says where the rule stands", () => {
    everyStep(({ before, outcome }) => {
      if (outcome.kind !== "rejected") return;
      const { message, reference, signalingState } = outcome.rejection;
      expect(signalingState).toBe(before.signalingState);
      expect(message).toContain(before.signalingState);
      expect(reference.url).toMatch(/^https:\/\/.+#.+/);
    });
  });
});

describe("closed absorbs", () => {
  it("every call is refused, whatever was set before, and keeps the very same session", () => {
    fc.assert(
      fc.property(setting, calls(12), openCall, ({ options }, calls, last) => {
        const closed = close(sessionAfter(options, calls)).session;
        expect(closed.signalingState).toBe("closed");
        const outcome = perform(closed, last);
        expect(outcome.kind).toBe("rejected");
        expect(outcome.session).toBe(closed);
        expect(close(closed).session).toBe(closed);
      }),
      runs(1200),
    );
  });

  it("closing changes nothing but the state, without effects", () => {
    fc.assert(
      fc.property(setting, calls(12, openCall), ({ options }, calls) => {
        const before = sessionAfter(options, calls);
        const outcome = close(before);
        expect(outcome).toEqual({
          kind: "applied",
          session: { ...before, signalingState: "closed" },
          effects: [],
          rolledBack: null,
          description: null,
        });
      }),
      runs(500),
    );
  });
});

describe("nextSignalingState", () => {
  it("says legal exactly when setting an acceptable description is applied, and names the state", () => {
    fc.assert(
      fc.property(setting, calls(15), side, sdpType, ({ options }, calls, side, type) => {
        const reached = sessionAfter(options, calls);
        // Acceptable: what the stack created last.
        const session = restoreSession({ ...reached, lastCreatedOffer: "one", lastCreatedAnswer: "one" });
        if (session === null) throw new Error("that session could have arisen");
        const set = side === "local" ? setLocalDescription : setRemoteDescription;
        const outcome = set(session, { type, sdp: "one" });
        const next = nextSignalingState(session.signalingState, side, type, session.options.profile);
        // Implicit rollback is no edge.
        const alongAnEdge = outcome.kind === "applied" && outcome.rolledBack === null;
        expect(next).toBe(alongAnEdge ? outcome.session.signalingState : null);
      }),
      runs(2000),
    );
  });
});
