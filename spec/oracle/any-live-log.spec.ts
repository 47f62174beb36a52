// Whatever a live peer connection is seen to do, in whatever order: the follower says something of each call, and plain
// data only.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signalingStates } from "../../src/entries/index.ts";
import {
  createOracle,
  finish,
  follow,
  type ObservedSlots,
  type Seen,
  type Step,
  type TraceEvent,
} from "../../src/entries/oracle.ts";
import { anyProfile } from "./scripts/log-arbitrary.ts";

const names = ["createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription", "close"] as const;
const sdp = fc.constantFrom("", "O1", "O2", "v=0\r\n");
const state = fc.constantFrom(...signalingStates);
const slot = fc.option(fc.record({ type: fc.constantFrom("offer", "pranswer", "answer"), sdp }));
const slots = fc.record(
  {
    pendingLocalDescription: slot,
    currentLocalDescription: slot,
    pendingRemoteDescription: slot,
    currentRemoteDescription: slot,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ObservedSlots>;
const seen: fc.Arbitrary<Seen> = fc.record({ signalingState: state, slots, events: fc.boolean() });
const time = fc.nat({ max: 1000 });
// Few numbers: settlements often belong to a call, and often to none, or to one of another method.
const id = fc.nat({ max: 8 });
const call = fc.constantFrom(...names);

const anyEvent = fc.oneof(
  fc.record({
    kind: fc.constant("call" as const),
    time,
    call,
    id,
    description: fc.option(fc.record({ type: fc.constantFrom("offer", "pranswer", "answer", "rollback", "no"), sdp }), {
      nil: undefined,
    }),
  }),
  fc.record({
    kind: fc.constant("settled" as const),
    time,
    call,
    id,
    outcome: fc.constantFrom("applied", "rejected", "unsettled"),
    message: fc.option(fc.string()),
    description: fc.option(fc.record({ type: fc.constantFrom("offer", "answer", "nonsense"), sdp })),
    error: fc.option(fc.record({ name: fc.constantFrom("TypeError", "InvalidStateError", "OperationError") })),
    seen,
  }),
  fc.record({ kind: fc.constant("state" as const), time, signalingState: state }),
  fc.record({ kind: fc.constant("attached" as const), time, seen }),
) as fc.Arbitrary<TraceEvent>;
const anyLiveLog = fc.array(anyEvent, { maxLength: 40 });

describe("the follower on any live log", () => {
  it("never throws, judges by the number, and says plain data", () => {
    fc.assert(
      fc.property(anyLiveLog, anyProfile, fc.constantFrom("opaque", "validate"), (log, profile, sdp) => {
        let oracle = createOracle({ profile, sdp });
        const steps: Step[] = [];
        for (const event of log) {
          const before = JSON.stringify(oracle);
          const followed = follow(oracle, event);
          expect(JSON.stringify(oracle)).toBe(before);
          expect(JSON.parse(JSON.stringify(followed.steps))).toEqual(followed.steps);
          for (const step of followed.steps) {
            const earlier = steps[step.index];
            // A later step of the same index is of the same call.
            if (earlier !== undefined) expect([step.call, step.time]).toEqual([earlier.call, earlier.time]);
            steps[step.index] = step;
            expect(step.verdict === "divergence").toBe(
              step.differences.some(({ knownDeviation }) => knownDeviation === null),
            );
          }
          oracle = structuredClone(followed.oracle);
        }
        const open = finish(oracle);
        expect(open.every(({ verdict, index }) => verdict === "unjudged" && steps[index] === undefined)).toBe(true);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it("a clone, JSON or structured, goes on to the same steps", () => {
    fc.assert(
      fc.property(anyLiveLog, (log) => {
        let [original, clone, copy] = [createOracle(), createOracle(), createOracle()];
        for (const event of log) {
          const followed = [original, structuredClone(clone), JSON.parse(JSON.stringify(copy))].map((oracle) =>
            follow(oracle, event),
          );
          const [one, two, three] = followed;
          if (one === undefined || two === undefined || three === undefined) throw new Error("there are three");
          expect(two).toEqual(one);
          expect(three).toEqual(one);
          [original, clone, copy] = [one.oracle, two.oracle, three.oracle];
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
