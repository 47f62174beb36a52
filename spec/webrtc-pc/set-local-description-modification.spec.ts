import { describe, expect, it } from "vitest";
import { applied, newSession, perform, sessionAfter, summary } from "../../cases/calls.ts";
import { sessionIn, sessionWithoutCreated } from "../../cases/sessions.ts";
import { profileNames } from "../../cases/transition-tables.ts";
import type { ProfileName, SignalingState } from "../../src/entries/index.ts";

describe("webrtc-pc #dom-peerconnection-setlocaldescription, modified descriptions", () => {
  const modified = "InvalidModificationError local-description-modified";
  const rows: readonly (readonly [string, SignalingState, string, Readonly<Record<ProfileName, string>>])[] = [
    legalHere("stable", "local offer munged", "applied have-local-offer"),
    legalHere("have-local-offer", "local offer munged", "applied have-local-offer"),
    legalHere("have-remote-offer", "local answer munged", "applied stable"),
    legalHere("have-remote-offer", "local pranswer munged", "applied have-local-pranswer"),
    legalHere("have-local-pranswer", "local pranswer munged", "applied have-local-pranswer"),
    legalHere("have-local-pranswer", "local answer munged", "applied stable"),
    illegalHere("stable", "answer"),
    illegalHere("stable", "pranswer"),
    illegalHere("have-local-offer", "answer"),
    illegalHere("have-local-offer", "pranswer"),
    illegalHere("have-remote-offer", "offer"),
    illegalHere("have-local-pranswer", "offer"),
    illegalHere("have-remote-pranswer", "offer"),
    illegalHere("have-remote-pranswer", "answer"),
    illegalHere("have-remote-pranswer", "pranswer"),
  ];

  function legalHere(state: SignalingState, call: string, unchecked: string) {
    const expected = { "webrtc-pc": modified, rfc9429: modified, legacy: unchecked };
    return [`${call} in ${state}`, state, call, expected] as const;
  }

  function illegalHere(state: SignalingState, type: string) {
    const wrongState = `InvalidStateError ${type}-in-wrong-state`;
    const expected = { "webrtc-pc": modified, rfc9429: wrongState, legacy: wrongState };
    return [`${type} in ${state}`, state, `local ${type} munged`, expected] as const;
  }

  it.each(rows)("%s, with both created: before, sessionAfter, off", (_, state, call, expected) => {
    for (const profile of profileNames)
      expect(summary(perform(sessionIn(state, profile), call))).toBe(expected[profile]);
  });

  it.each(rows)("%s, with nothing created: before, sessionAfter, off", (_, state, call, expected) => {
    for (const profile of profileNames) {
      expect(summary(perform(sessionWithoutCreated(state, profile), call))).toBe(expected[profile]);
    }
  });

  const nearMisses = ["LO ", " LO", "lo", "LO\r\n", "L", "LOO", "LA", "L\u041e"];

  it.each(nearMisses)("compares code unit for code unit: %j is not LO", (sdp) => {
    for (const profile of ["webrtc-pc", "rfc9429"] as const) {
      const call = { type: "setLocalDescription", description: { type: "offer", sdp } } as const;
      expect(summary(perform(sessionIn("stable", profile), call))).toBe(modified);
    }
  });

  it("does not normalise: é is not e with an accent", () => {
    const session = sessionAfter(newSession(), "offer created \u00e9");
    expect(summary(perform(session, "local offer e\u0301"))).toBe(modified);
    expect(summary(perform(session, "local offer \u00e9"))).toBe("applied have-local-offer");
  });

  it("an offer is compared with the created offer, answers of both kinds with the created answer", () => {
    expect(summary(perform(sessionIn("stable"), "local offer LA"))).toBe(modified);
    expect(summary(perform(sessionIn("have-remote-offer"), "local answer LO"))).toBe(modified);
    expect(summary(perform(sessionIn("have-remote-offer"), "local pranswer LO"))).toBe(modified);
    expect(summary(perform(sessionIn("have-remote-offer"), "local pranswer LA"))).toBe("applied have-local-pranswer");
  });

  it("only the last created one counts", () => {
    const session = sessionAfter(newSession(), "offer created L1", "offer created L2");
    expect(summary(perform(session, "local offer L1"))).toBe(modified);
    expect(summary(perform(session, "local offer L2"))).toBe("applied have-local-offer");
  });

  it("a modified description is stored as given where it is not checked", () => {
    const { session } = applied(perform(sessionIn("stable", "legacy"), "local offer munged"));
    expect(session).toMatchObject({ pendingLocalDescription: { sdp: "munged" }, lastCreatedOffer: "LO" });
  });

  it("remote descriptions are never compared", () => {
    expect(summary(perform(sessionIn("stable"), "remote offer munged"))).toBe("applied have-remote-offer");
  });

  it("a remote rollback or a remote offer does not make created SDP unusable", () => {
    expect(sessionAfter(sessionIn("have-local-offer"), "remote rollback", "local offer LO").signalingState).toBe(
      "have-local-offer",
    );
  });
});
