import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type Outcome,
  restoreSession,
  type SdpType,
  type Session,
  type Side,
  type SignalingState,
  setLocalDescription,
  setRemoteDescription,
} from "../src/entries/index.ts";
import { calls, setting } from "./arbitraries/arbitraries.ts";
import { sdpType, side } from "./arbitraries/argument-arbitraries.ts";
import { sessionAfter } from "./model/commands.ts";
import { remembered } from "./model/model-comparison.ts";
import { runs } from "./model/run-options.ts";

function mirroredState(state: SignalingState): SignalingState {
  const swapped: Record<string, string> = { local: "remote", remote: "local" };
  return state.replace(/local|remote/, (side) => swapped[side] ?? side) as SignalingState;
}

/** The other end of the same exchange. */
function mirrored<Some extends Omit<Session, "options">>(session: Some): Some {
  return {
    ...session,
    signalingState: mirroredState(session.signalingState),
    pendingLocalDescription: session.pendingRemoteDescription,
    currentLocalDescription: session.currentRemoteDescription,
    pendingRemoteDescription: session.pendingLocalDescription,
    currentRemoteDescription: session.currentLocalDescription,
  };
}

function set(session: Session, side: Side, type: SdpType, sdp: string): Outcome {
  const description = { type, sdp };
  return side === "local" ? setLocalDescription(session, description) : setRemoteDescription(session, description);
}

// What both sides have in common: only a local description releases early candidates.
function summary(outcome: Outcome) {
  return {
    kind: outcome.kind,
    error: outcome.kind === "rejected" ? outcome.rejection.error : null,
    session: remembered(outcome.session),
    effects: outcome.effects.filter(({ type }) => type !== "release-early-candidates"),
  };
}

it("mirroring local and remote mirrors the outcome, the documented asymmetries aside", () => {
  let compared = 0;
  const asymmetric = { modified: 0, implicitRollback: 0 };
  fc.assert(
    fc.property(
      setting,
      calls(15),
      side,
      sdpType,
      fc.constantFrom("one", "two"),
      ({ options, switches }, calls, side, type, sdp) => {
        const session = sessionAfter(options, calls);
        const mirror = restoreSession(mirrored(session));
        // A remote description may be empty, a local one never: that session has no mirror.
        if (mirror === null) {
          expect(Object.values(session)).toContainEqual(expect.objectContaining({ sdp: "" }));
          return;
        }
        const outcome = set(session, side, type, sdp);
        const image = set(mirror, side === "local" ? "remote" : "local", type, sdp);
        const [local, remote] = side === "local" ? [outcome, image] : [image, outcome];

        // Asymmetry: only a local description is compared with what was created.
        if (local.kind === "rejected" && local.rejection.error === "InvalidModificationError") {
          asymmetric.modified += 1;
          expect(switches.modificationCheck).not.toBe("off");
          expect([session.lastCreatedOffer, session.lastCreatedAnswer]).not.toEqual([sdp, sdp]);
          return;
        }
        // Asymmetry: only a remote offer rolls back first.
        if (remote.kind === "applied" && remote.rolledBack !== null) {
          asymmetric.implicitRollback += 1;
          expect(switches.implicitRollback).toBe(true);
          expect([type, local.kind]).toEqual(["offer", "rejected"]);
          return;
        }
        compared += 1;
        const expected = summary(outcome);
        const effects = expected.effects.map((effect) =>
          effect.type === "signalingstatechange"
            ? { ...effect, signalingState: mirroredState(effect.signalingState) }
            : effect,
        );
        expect(summary(image)).toEqual({ ...expected, effects, session: mirrored(expected.session) });
      },
    ),
    runs(2000),
  );
  expect(compared).toBeGreaterThan(500);
  expect(Math.min(asymmetric.modified, asymmetric.implicitRollback)).toBeGreaterThan(0);
});
