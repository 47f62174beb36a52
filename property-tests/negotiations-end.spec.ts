import { describe, expect, it } from "vitest";
import type { Session } from "../src/entries/index.ts";
import type { Step } from "./model/commands.ts";
import { everyStep } from "./model/every-step.ts";

// What was set by the call, by the outcome alone: null where nothing was.
function typeSet({ call, outcome }: Step): string | null {
  const converted = "argument" in call ? call.argument.converted : null;
  if (outcome.kind !== "applied" || converted === null || converted === "mistake") return null;
  return converted.type ?? null;
}

function slots({ pendingLocalDescription, pendingRemoteDescription, ...session }: Session) {
  const { currentLocalDescription, currentRemoteDescription } = session;
  return { pendingLocalDescription, pendingRemoteDescription, currentLocalDescription, currentRemoteDescription };
}

describe("negotiations end", () => {
  it("by rollback, explicit or implicit, in exactly the slots of the last stable state", () => {
    const kinds = { explicit: 0, implicit: 0 };
    everyStep((step, index, steps) => {
      const { outcome } = step;
      const between = outcome.kind === "applied" ? (outcome.rolledBack?.session ?? null) : null;
      const rolledBack = between ?? (typeSet(step) === "rollback" ? outcome.session : null);
      if (rolledBack === null) return;
      kinds[between === null ? "explicit" : "implicit"] += 1;
      const stable = steps.slice(0, index + 1).filter(({ before }) => before.signalingState === "stable");
      const lastStable = stable.at(-1);
      expect(rolledBack.signalingState).toBe("stable");
      expect(slots(rolledBack)).toEqual(lastStable && slots(lastStable.before));
      // What was created is still usable.
      expect(rolledBack.lastCreatedOffer).toBe(step.before.lastCreatedOffer);
      expect(rolledBack.lastCreatedAnswer).toBe(step.before.lastCreatedAnswer);
    });
    expect(kinds.explicit).toBeGreaterThan(100);
    expect(kinds.implicit).toBeGreaterThan(10);
  });

  it("by an answer, which fills both current slots and empties everything else", () => {
    let answers = 0;
    everyStep((step) => {
      if (typeSet(step) !== "answer") return;
      answers += 1;
      const { session } = step.outcome;
      expect(session.signalingState).toBe("stable");
      const { currentLocalDescription: local, currentRemoteDescription: remote } = session;
      const [answer, other] = step.call.call === "setLocalDescription" ? [local, remote] : [remote, local];
      expect(answer?.type).toBe("answer");
      expect(other?.type).toBe("offer");
      expect(session.pendingLocalDescription).toBeNull();
      expect(session.pendingRemoteDescription).toBeNull();
      expect(session.lastCreatedOffer + session.lastCreatedAnswer).toBe("");
    });
    expect(answers).toBeGreaterThan(100);
  });
});
