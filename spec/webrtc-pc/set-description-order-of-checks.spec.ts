import { describe, expect, it } from "vitest";
import { applied, newSession, perform, rejected, sessionAfter, summary } from "../../cases/calls.ts";
import { openStates, sessionIn, sessionWithoutCreated } from "../../cases/sessions.ts";
import { profileNames } from "../../cases/transition-tables.ts";
import type { Outcome, Session, SignalingState } from "../../src/entries/index.ts";

describe("webrtc-pc #dfn-chain, closed comes right after conversion", () => {
  const calls = ["local", "local offer", "local offer munged", "local answer munged", "local rollback"];
  const remoteCalls = ["remote offer RO", "remote pranswer RP", "remote answer RA", "remote rollback"];

  it.each([...calls, ...remoteCalls])("%s", (call) => {
    for (const profile of profileNames) {
      const session = sessionIn("closed", profile);
      const outcome = rejected(perform(session, call));
      expect(summary(outcome)).toBe("InvalidStateError connection-closed");
      expect(outcome.session).toBe(session);
      expect(outcome.effects).toEqual([]);
    }
  });
});

describe("webrtc-pc #dom-peerconnection-setlocaldescription, the type is inferred", () => {
  const inferred: readonly (readonly [SignalingState, string, string])[] = [
    ["stable", "applied have-local-offer", "offer LO"],
    ["have-local-offer", "applied have-local-offer", "offer LO"],
    ["have-remote-offer", "applied stable", "answer LA"],
    ["have-local-pranswer", "applied stable", "answer LA"],
  ];

  it.each(inferred)("in %s, with something created: %s", (state, result, slot) => {
    for (const profile of profileNames) {
      for (const call of ["local", "null", "{}", "sdp alone"]) {
        const outcome = applied(parameterless(sessionIn(state, profile), call, slot.split(" ")[1] ?? ""));
        expect(summary(outcome)).toBe(result);
        const { pendingLocalDescription, currentLocalDescription } = outcome.session;
        expect(pendingLocalDescription ?? currentLocalDescription).toEqual({
          type: slot.split(" ")[0],
          sdp: slot.split(" ")[1],
        });
      }
    }
  });

  function parameterless(session: Session, call: string, sdp: string): Outcome {
    if (call === "local") return perform(session, "local");
    const description = { null: null, "{}": {}, "sdp alone": { sdp } }[call];
    return perform(session, { type: "setLocalDescription", description });
  }

  const nothingCreated: readonly (readonly [SignalingState, string])[] = [
    ["stable", "create offer"],
    ["have-local-offer", "create offer"],
    ["have-remote-offer", "create answer"],
    ["have-local-pranswer", "create answer"],
    ["have-remote-pranswer", "InvalidStateError create-offer-in-wrong-state"],
    ["closed", "InvalidStateError connection-closed"],
  ];

  it.each(nothingCreated)("in %s, with nothing created: %s", (state, result) => {
    for (const profile of profileNames)
      expect(summary(perform(sessionWithoutCreated(state, profile), "local"))).toBe(result);
  });

  it("in have-remote-pranswer it is an offer, illegal there even where one was created", () => {
    for (const profile of profileNames) {
      const { rejection } = rejected(perform(sessionIn("have-remote-pranswer", profile), "local"));
      expect(rejection).toMatchObject({ error: "InvalidStateError", code: "offer-in-wrong-state", type: "offer" });
    }
  });
});

describe("webrtc-pc #dom-peerconnection-setlocaldescription, `create` where nothing was created", () => {
  const rows: readonly (readonly [call: string, creates: string, legal: readonly SignalingState[]])[] = [
    ["local offer", "offer", ["stable", "have-local-offer"]],
    ["local answer", "answer", ["have-remote-offer", "have-local-pranswer"]],
    ["local pranswer", "answer", ["have-remote-offer", "have-local-pranswer"]],
  ];
  const emptyToo = rows.flatMap(([call, creates, legal]) => [
    [call, creates, legal] as const,
    [`${call} `, creates, legal] as const,
  ]);

  it.each(emptyToo)("'%s' creates an %s in two states and is refused in the others", (call, creates, legal) => {
    for (const profile of profileNames) {
      for (const state of openStates) {
        const session = sessionWithoutCreated(state, profile);
        const outcome = perform(session, call);
        const refused = `InvalidStateError create-${creates}-in-wrong-state`;
        expect(summary(outcome), state).toBe(legal.includes(state) ? `create ${creates}` : refused);
        expect(outcome.session).toBe(session);
        expect(outcome.effects).toEqual([]);
      }
    }
  });

  it.each(rows)("a refused '%s' is reported with the type that was asked for", (call, _, legal) => {
    for (const state of openStates.filter((open) => !legal.includes(open))) {
      const { rejection } = rejected(perform(sessionWithoutCreated(state), call));
      expect(rejection.type, state).toBe(call.split(" ")[1]);
      expect(rejection.message, state).toContain(`setLocalDescription(${call.split(" ")[1]})`);
    }
  });

  it("goes on once the stack has created it", () => {
    const session = newSession();
    expect(perform(session, "local")).toMatchObject({ kind: "create", type: "offer" });
    expect(sessionAfter(session, "offer created LO", "local").pendingLocalDescription).toEqual({
      type: "offer",
      sdp: "LO",
    });
    const answering = sessionAfter(session, "remote offer RO");
    expect(perform(answering, "local pranswer")).toMatchObject({ kind: "create", type: "answer" });
    const provisional = sessionAfter(answering, "answer created LA", "local pranswer");
    expect(provisional.pendingLocalDescription).toEqual({ type: "pranswer", sdp: "LA" });
  });
});

describe("RFC 9429 §5.7, a rollback's sdp is ignored, whatever it holds", () => {
  const texts = ["", "X", "LO", "null", "x".repeat(2_000_000)];

  it.each(["local", "remote"] as const)("%s", (side) => {
    for (const profile of profileNames) {
      for (const state of ["have-local-offer", "have-remote-offer"] as const) {
        for (const sdp of texts) {
          const call = side === "local" ? "setLocalDescription" : "setRemoteDescription";
          const outcome = perform(sessionIn(state, profile), { type: call, description: { type: "rollback", sdp } });
          expect(summary(outcome)).toBe("applied stable");
        }
      }
    }
  });

  it("is refused in stable for the state, never for its sdp", () => {
    for (const profile of profileNames) {
      for (const call of ["local rollback X", "remote rollback X", "local rollback", "remote rollback"]) {
        expect(summary(perform(sessionIn("stable", profile), call))).toBe("InvalidStateError rollback-in-wrong-state");
      }
    }
  });
});
