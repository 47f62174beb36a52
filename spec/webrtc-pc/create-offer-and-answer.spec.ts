import { describe, expect, it } from "vitest";
import { applied, newSession, rejected, rejectionOf, sessionAfter, summary } from "../../cases/calls.ts";
import { junk } from "../../cases/junk.ts";
import { sessionIn, states } from "../../cases/sessions.ts";
import { profileNames } from "../../cases/transition-tables.ts";
import { answerCreated, offerCreated, type SignalingState } from "../../src/entries/index.ts";

const calls = [
  {
    section: "webrtc-pc #dom-rtcpeerconnection-createoffer",
    call: offerCreated,
    type: "offer",
    slot: "lastCreatedOffer",
    legal: ["stable", "have-local-offer"],
  },
  {
    section: "webrtc-pc #dom-rtcpeerconnection-createanswer",
    call: answerCreated,
    type: "answer",
    slot: "lastCreatedAnswer",
    legal: ["have-remote-offer", "have-local-pranswer"],
  },
] as const;

describe.each(calls)("$section, the $type was created", ({ call, type, slot, legal }) => {
  const here = legal as readonly SignalingState[];

  it.each(here)("in %s sets its slot alone, without effects", (state) => {
    for (const profile of profileNames) {
      const before = sessionIn(state, profile);
      const outcome = applied(call(before, "new"));
      expect(outcome.session).toEqual({ ...before, [slot]: "new" });
      expect(outcome.effects).toEqual([]);
      expect(outcome.rolledBack).toBeNull();
      expect(before[slot]).not.toBe("new");
    }
  });

  it.each(here)('in %s "" discards', (state) => {
    const before = sessionIn(state);
    const { session, effects } = applied(call(before, ""));
    expect(session).toEqual({ ...before, [slot]: "" });
    expect(effects).toEqual([]);
    expect(applied(call(session, "")).session).toEqual(session);
  });

  const elsewhere = states.filter((state) => !here.includes(state));

  it.each(elsewhere)("in %s is refused, discarding too", (state) => {
    const code = state === "closed" ? "connection-closed" : `create-${type}-in-wrong-state`;
    for (const profile of profileNames) {
      for (const sdp of ["new", ""]) {
        const before = sessionIn(state, profile);
        const outcome = rejected(call(before, sdp));
        expect(summary(outcome)).toBe(`InvalidStateError ${code}`);
        expect(outcome.session).toBe(before);
        expect(outcome.effects).toEqual([]);
        expect(outcome.rejection).toMatchObject({ side: "local", type, signalingState: state });
      }
    }
  });

  const noString = [["undefined", undefined] as const, ...junk.filter(([, value]) => typeof value !== "string")];

  it.each(noString)("refuses %s, which is no string", (_, value) => {
    const before = sessionIn(here[0] ?? "closed");
    const outcome = rejected((call as (...values: unknown[]) => ReturnType<typeof call>)(before, value));
    expect(summary(outcome)).toBe("TypeError created-sdp-not-a-string");
    expect(outcome.session).toBe(before);
  });

  it("does not convert: an object with toString is no string", () => {
    const value = { toString: () => "LO" } as unknown as string;
    expect(rejectionOf(call(sessionIn(here[0] ?? "closed"), value)).error).toBe("TypeError");
  });
});

describe("webrtc-pc #dom-peerconnection-setlocaldescription, what was created is used", () => {
  it("and discarded, it must be created again", () => {
    const session = sessionAfter(newSession(), "offer created L1", "offer created");
    expect(summary(applied(offerCreated(session, "L2")))).toBe("applied stable");
    expect(sessionAfter(session, "offer created L2", "local").pendingLocalDescription?.sdp).toBe("L2");
  });

  it("and replaced while an offer is pending, the pending one stays", () => {
    const session = sessionAfter(newSession(), "offer created L1", "local", "offer created L2");
    expect(session.pendingLocalDescription?.sdp).toBe("L1");
    expect(session.lastCreatedOffer).toBe("L2");
  });
});
