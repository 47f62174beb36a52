// The core as an implementation: whatever is asked of it, the oracle finds nothing. And whatever an implementation does
// instead, the oracle goes on from where that one is.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSession, type Session, type SessionOptions, signalingStates } from "../src/entries/index.ts";
import {
  createOracle,
  type Judged,
  judge,
  type Observation,
  type ObservedSlots,
  type Oracle,
} from "../src/entries/oracle.ts";
import { calls, setting } from "./arbitraries/arbitraries.ts";
import { type Looked, observe } from "./model/core-observation.ts";
import { runs } from "./model/run-options.ts";

const looked: fc.Arbitrary<Looked> = fc.record({ slots: fc.boolean(), events: fc.boolean(), created: fc.boolean() });

/** Judges what the core is observed to do with the calls, the observations edited on the way. */
function judgeCore(
  options: SessionOptions,
  made: Parameters<typeof observe>[1][],
  look: Looked,
  edit: (observation: Observation, index: number) => Observation = (observation) => observation,
): { readonly judged: Judged; readonly session: Session; readonly observation: Observation }[] {
  let session = createSession(options);
  let oracle: Oracle = createOracle(options);
  return made.flatMap((call, index) => {
    const observed = observe(session, call, look);
    if (observed === null) return [];
    session = observed.session;
    const observation = edit(observed.observation, index);
    const judged = judge(oracle, observation);
    oracle = judged.oracle;
    return [{ judged, session, observation }];
  });
}

describe("the oracle on the core itself", () => {
  it("finds no difference, whatever of it was looked at", () => {
    fc.assert(
      fc.property(setting, calls(40), looked, ({ options }, made, look) => {
        for (const { judged, session, observation } of judgeCore(options, made, look)) {
          expect(judged.differences).toEqual([]);
          expect(judged.conforms).toBe(true);
          expect(judged.step.verdict).toBe(observation.outcome === "applied" ? "conforms" : "illegal-call");
          expect(judged.oracle.session.signalingState).toBe(session.signalingState);
        }
      }),
      runs(400),
    );
  });

  it("and knows of it all that the core knows", () => {
    fc.assert(
      fc.property(setting, calls(40), ({ options }, made) => {
        const everything = { slots: true, events: true, created: true };
        for (const { judged, session } of judgeCore(options, made, everything)) {
          expect(judged.oracle.session).toEqual(session);
        }
      }),
      runs(200),
    );
  });
});

const slot = fc.option(
  fc.record({ type: fc.constantFrom("offer", "pranswer", "answer"), sdp: fc.constantFrom("one", "two", "three") }),
);
const state = fc.constantFrom(...signalingStates);
const deviation: fc.Arbitrary<Partial<Observation>> = fc.record(
  {
    outcome: fc.constantFrom("applied", "rejected", "unsettled"),
    error: fc.record({ name: fc.constantFrom("TypeError", "OperationError", "InvalidStateError", "Nonsense") }),
    signalingState: state,
    slots: fc.record(
      {
        pendingLocalDescription: slot,
        currentLocalDescription: slot,
        pendingRemoteDescription: slot,
        currentRemoteDescription: slot,
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<ObservedSlots>,
    events: fc.array(state, { maxLength: 4 }),
    lateEvents: fc.array(state, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

describe("the oracle on an implementation that does anything", () => {
  it("goes on from the state and the slots that were seen, and says plain data only", () => {
    fc.assert(
      fc.property(setting, calls(20), fc.array(deviation), ({ options }, made, deviations) => {
        const look = { slots: true, events: true, created: true };
        const edit = (observation: Observation, index: number) => ({ ...observation, ...deviations[index] });
        for (const { judged, observation } of judgeCore(options, made, look, edit)) {
          expect(JSON.parse(JSON.stringify(judged))).toEqual(judged);
          expect(judged.conforms).toBe(judged.differences.length === 0);
          const { session } = judged.oracle;
          // A state that comes late is true from then on.
          const { signalingState, lateEvents = [] } = observation;
          if (lateEvents.length > 0) continue;
          expect(session.signalingState).toBe(signalingState);
          for (const [name, seen] of Object.entries(observation.slots ?? {})) {
            expect(session[name as keyof ObservedSlots]?.type).toBe(seen?.type);
          }
        }
      }),
      runs(200),
    );
  });

  it("what it deviates in is declared away: then nothing else differs", () => {
    fc.assert(
      fc.property(setting, calls(20), fc.array(deviation), ({ options }, made, deviations) => {
        const look = { slots: true, events: true, created: true };
        const edit = (observation: Observation, index: number) => ({ ...observation, ...deviations[index] });
        const found = judgeCore(options, made, look, edit);
        const codes = new Set(found.flatMap(({ judged }) => judged.differences.map(({ code }) => code)));
        const knownDeviations = [...codes].map((code) => ({ code, reason: `as ${code} is` }));
        let oracle = createOracle({ ...options, knownDeviations });
        for (const { observation, judged } of found) {
          const again = judge(oracle, observation);
          oracle = again.oracle;
          expect(again.conforms).toBe(true);
          const undeclared = again.differences.map((difference) => ({ ...difference, knownDeviation: null }));
          expect(undeclared).toEqual(judged.differences);
        }
      }),
      runs(100),
    );
  });
});
