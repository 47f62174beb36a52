// An observed peer connection does what it does unobserved: events, results, errors, states, whatever is asked of it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observe } from "../../src/entries/observe.ts";
import { anyFault, anyMoves, type Move, play } from "./driving/random-moves.ts";
import { FakePeerConnection, fakesWithSeed } from "./faulty/fake-peer-connection.ts";
import type { FaultName } from "./simulated/faults.ts";

function unobserved(moves: readonly Move[], fault?: FaultName) {
  return play(fakesWithSeed(1)({ fault }), moves);
}

function observed(moves: readonly Move[], fault?: FaultName) {
  const pc = fakesWithSeed(1)({ fault });
  observe(pc);
  return play(pc, moves);
}

// Promises settle one microtask later: what is refused at once may overtake a call by less, and a call that is seen to
// settle may find the next one carried out. What close() returns is no promise.
function inChain(record: readonly string[]) {
  const events = record.filter((line) => line.startsWith("event "));
  const calls = record.filter((line) => /^\d/.test(line) && !line.includes(" close: "));
  const ends = calls.map((line) => line.split(" in ")[0] ?? "");
  const chained = ends.filter((line) => !/: (?:TypeError|InvalidStateError) /.test(line));
  return { events, chained, all: ends.sort(), last: record.at(-1) };
}

describe("an observed peer connection", () => {
  it("does the same, call by call, to the last object in its slots", async () => {
    await fc.assert(
      fc.asyncProperty(anyMoves, anyFault, async (moves, fault) => {
        const awaited = moves.map((move) => ({ ...move, awaited: true }));
        const [bare, seen] = [await unobserved(awaited, fault), await observed(awaited, fault)];
        expect(seen.record).toEqual(bare.record);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("does the same in the same order where calls overlap", async () => {
    await fc.assert(
      fc.asyncProperty(anyMoves, anyFault, async (moves, fault) => {
        const unawaited = moves.map((move) => ({ ...move, awaited: false }));
        const [bare, seen] = [await unobserved(unawaited, fault), await observed(unawaited, fault)];
        expect(inChain(seen.record)).toEqual(inChain(bare.record));
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  it("does the same after it was let go, in whatever state", async () => {
    await fc.assert(
      fc.asyncProperty(anyMoves, anyMoves, anyFault, async (before, after, fault) => {
        const bare = fakesWithSeed(1)({ fault });
        await play(bare, before);
        const seen = fakesWithSeed(1)({ fault });
        const observer = observe(seen);
        await play(seen, before);
        observer.detach();
        expect(Reflect.ownKeys(seen)).toEqual(Reflect.ownKeys(bare));
        const steps = observer.steps.length;
        expect((await play(seen, after)).record).toEqual((await play(bare, after)).record);
        expect(observer.steps).toHaveLength(steps);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("refuses with the very errors that it made", async () => {
    const made: unknown[] = [];
    class Refusing extends FakePeerConnection {
      override setRemoteDescription(description?: unknown): Promise<void> {
        return super.setRemoteDescription(description).catch((error) => {
          made.push(error);
          throw error;
        });
      }
    }
    const pc = new Refusing();
    observe(pc);
    const moves = ["remote", "remote answer", "remote garbage", "remote nonsense", "remote broken"] as const;
    const { errors } = await play(
      pc,
      moves.map((call) => ({ call, awaited: true })),
    );
    expect(errors).toHaveLength(moves.length);
    expect(errors.every((error, index) => error === made[index])).toBe(true);
  });
});
