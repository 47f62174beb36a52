// A right peer connection is found right, whatever is asked of it, and however its calls overlap.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observe } from "../../src/entries/observe.ts";
import { anyMoves, apart, play } from "./driving/random-moves.ts";
import { FakePeerConnection } from "./faulty/fake-peer-connection.ts";

// What Web IDL refuses is settled at once, and close() ends everything: both with nothing else under way.

describe("observe() on a faultless peer connection", () => {
  it("finds nothing", async () => {
    const provisions = new Set<string | null>();
    await fc.assert(
      fc.asyncProperty(anyMoves, async (moves) => {
        const pc = new FakePeerConnection();
        const observer = observe(pc);
        await play(pc, apart(moves, ["close"]));
        expect(observer.steps.flatMap(({ differences }) => differences)).toEqual([]);
        expect(observer.steps).toHaveLength(moves.filter(({ call }) => call !== "wait").length);
        for (const { provision } of observer.steps) provisions.add(provision);
      }),
      { seed: 1, numRuns: 400 },
    );
    // It was asked a lot.
    expect(provisions.size).toBeGreaterThan(45);
  });
});
