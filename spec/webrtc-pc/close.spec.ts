import { describe, expect, it } from "vitest";
import { applied, perform, rejected } from "../../cases/calls.ts";
import { openStates, sessionIn } from "../../cases/sessions.ts";
import { profileNames } from "../../cases/transition-tables.ts";
import { close, localDescription, remoteDescription } from "../../src/entries/index.ts";

describe("webrtc-pc #dom-rtcpeerconnection-close", () => {
  it.each(openStates)("from %s changes the state alone, without effects", (state) => {
    for (const profile of profileNames) {
      const before = sessionIn(state, profile);
      const outcome = applied(close(before));
      expect(outcome).toEqual({
        kind: "applied",
        session: { ...before, signalingState: "closed" },
        effects: [],
        rolledBack: null,
        description: null,
      });
      expect(localDescription(outcome.session)).toEqual(localDescription(before));
      expect(remoteDescription(outcome.session)).toEqual(remoteDescription(before));
      expect(before.signalingState).toBe(state);
    }
  });

  it("on a closed session is applied and returns the very same object", () => {
    const closed = sessionIn("closed");
    const outcome = applied(close(closed));
    expect(outcome.session).toBe(closed);
    expect(outcome.effects).toEqual([]);
    expect(outcome.rolledBack).toBeNull();
  });

  const later = [
    "local",
    "local offer LO",
    "local rollback",
    "remote offer RO",
    "remote answer RA",
    "remote rollback",
    "offer created LO",
    "answer created LA",
    "offer created",
  ];

  it.each(later)("refuses every later call: %s", (call) => {
    for (const state of openStates) {
      const closed = applied(close(sessionIn(state))).session;
      const outcome = rejected(perform(closed, call));
      expect(outcome.rejection).toMatchObject({ error: "InvalidStateError", code: "connection-closed" });
      expect(outcome.session).toBe(closed);
    }
  });
});
