import { describe, expect, it } from "vitest";
import { perform } from "../../cases/calls.ts";
import { everythingAllowed, reachableSessions } from "../../cases/reachable.ts";
import { sessionIn } from "../../cases/sessions.ts";
import {
  legalCalls,
  nextSignalingState,
  type Profile,
  type ProfileName,
  profiles,
  type Session,
  sdpTypes,
  sides,
} from "../../src/entries/index.ts";

function listed(session: Session): string[] {
  return legalCalls(session).map(({ method, type, signalingState, implicitRollback }) => {
    return `${method} ${type} → ${signalingState}${implicitRollback ? " by implicit rollback" : ""}`;
  });
}

describe("contract, legalCalls", () => {
  it("in stable", () => {
    expect(listed(sessionIn("stable"))).toEqual([
      "setLocalDescription offer → have-local-offer",
      "setRemoteDescription offer → have-remote-offer",
      "createOffer offer → stable",
    ]);
  });

  it("in have-local-offer: the remote offer by implicit rollback", () => {
    expect(listed(sessionIn("have-local-offer"))).toEqual([
      "setLocalDescription offer → have-local-offer",
      "setLocalDescription rollback → stable",
      "setRemoteDescription offer → have-remote-offer by implicit rollback",
      "setRemoteDescription pranswer → have-remote-pranswer",
      "setRemoteDescription answer → stable",
      "setRemoteDescription rollback → stable",
      "createOffer offer → have-local-offer",
    ]);
  });

  it("in have-remote-offer", () => {
    expect(listed(sessionIn("have-remote-offer"))).toEqual([
      "setLocalDescription pranswer → have-local-pranswer",
      "setLocalDescription answer → stable",
      "setLocalDescription rollback → stable",
      "setRemoteDescription offer → have-remote-offer",
      "setRemoteDescription rollback → stable",
      "createAnswer answer → have-remote-offer",
    ]);
  });

  it("in have-remote-pranswer by RFC 9429: a provisional answer may be rolled back", () => {
    expect(listed(sessionIn("have-remote-pranswer", "rfc9429"))).toEqual([
      "setLocalDescription rollback → stable",
      "setRemoteDescription pranswer → have-remote-pranswer",
      "setRemoteDescription answer → stable",
      "setRemoteDescription rollback → stable",
    ]);
  });

  it("none on a closed connection", () => {
    expect(legalCalls(sessionIn("closed"))).toEqual([]);
  });

  const all: readonly (ProfileName | Profile)[] = ["webrtc-pc", "rfc9429", "legacy", everythingAllowed];

  it.each(all)("under %j lists exactly what is applied, and what nextSignalingState says", (profile) => {
    for (const session of reachableSessions(profile)) {
      const offered = perform(perform(session, "offer created LO").session, "answer created LA").session;
      const applied = sides.flatMap((side) =>
        sdpTypes.flatMap((type) => {
          const created = type === "offer" ? "LO" : "LA";
          const outcome = perform(offered, `${side} ${type} ${created}`);
          if (outcome.kind !== "applied") return [];
          const method = side === "local" ? "setLocalDescription" : "setRemoteDescription";
          const implicitRollback = outcome.rolledBack !== null;
          return [{ method, type, signalingState: outcome.session.signalingState, implicitRollback }];
        }),
      );
      const setting = legalCalls(offered).filter(({ method }) => method.startsWith("set"));
      expect(setting).toEqual(applied);
      for (const side of sides) {
        for (const type of sdpTypes) {
          const next = nextSignalingState(offered.signalingState, side, type, profile);
          const method = side === "local" ? "setLocalDescription" : "setRemoteDescription";
          const legal = setting.find((call) => call.method === method && call.type === type && !call.implicitRollback);
          expect(legal?.signalingState ?? null).toBe(next);
        }
      }
      const creating = legalCalls(offered).filter(({ method }) => method.startsWith("create"));
      const created = ["offer", "answer"].filter((type) => perform(session, `${type} created X`).kind === "applied");
      expect(creating.map(({ type }) => type)).toEqual(created);
    }
  });

  it("is frozen", () => {
    const calls = legalCalls(sessionIn("have-local-offer"));
    expect(Object.isFrozen(calls) && calls.every((call) => Object.isFrozen(call))).toBe(true);
    expect(Object.keys(profiles)).toHaveLength(3);
  });
});
