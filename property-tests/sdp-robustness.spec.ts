import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSdp, parseSdp } from "../src/entries/sdp.ts";
import { answers, offers } from "./arbitraries/sdp-seeds.ts";
import { contradiction, judgement } from "./model/sdp-judgement.ts";

const seed = 20261122;

describe("any text, in any session", () => {
  it("is judged without a throw, and the functions agree", () => {
    fc.assert(
      fc.property(judgement, (input) => {
        expect(contradiction(input)).toBeNull();
      }),
      { seed, numRuns: 1500 },
    );
  });

  it("gives the same findings twice, and frozen ones", () => {
    fc.assert(
      fc.property(judgement, ({ text, type, side, slots: session }) => {
        const findings = checkSdp(text, { type, side, session });
        expect(checkSdp(text, { type, side, session })).toEqual(findings);
        expect(findings.every(Object.isFrozen)).toBe(true);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("gives a model that is plain JSON", () => {
    fc.assert(
      fc.property(judgement, ({ text }) => {
        const parsed = parseSdp(text);
        expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe("the seeds of the mutator", () => {
  it.each(offers.map((offer, index) => [index, offer, answers[index] ?? ""] as const))(
    "%i is valid",
    (_, offer, answer) => {
      const session = {
        pendingLocalDescription: { type: "offer" as const, sdp: offer },
        currentLocalDescription: null,
        pendingRemoteDescription: null,
        currentRemoteDescription: null,
      };
      const errors = [
        ...checkSdp(offer, { type: "offer", side: "remote" }),
        ...checkSdp(answer, { type: "answer", side: "remote", session }),
      ].filter(({ severity }) => severity === "error");
      expect(errors).toEqual([]);
    },
  );
});
