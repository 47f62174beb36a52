// The last event of a long log is judged as the first is. That the work grows with the length is counted in spec/growth/.
import { describe, expect, it } from "vitest";
import type { TraceEvent } from "../../src/oracle/evidence/trace-event.ts";
import { stepsOf } from "./scripts/event-script.ts";

describe("the follower, given a long log", () => {
  const many = 40_000;
  const call = (index: number): TraceEvent => ({
    kind: "call",
    time: index,
    call: "setRemoteDescription",
    description: { type: "offer", sdp: "O1" },
  });
  const settled = (index: number): TraceEvent => ({
    kind: "settled",
    time: index,
    call: "setRemoteDescription",
    outcome: "applied",
    message: null,
    description: null,
  });

  it("judges calls one after the other", () => {
    const log = Array.from({ length: many }, (_, index) => (index % 2 === 0 ? call(index) : settled(index)));
    const steps = stepsOf(log);
    expect(steps).toHaveLength(many / 2);
    expect(steps.every(({ verdict }) => verdict === "conforms")).toBe(true);
  });

  it("judges calls that all wait", () => {
    const half = many / 2;
    const log = Array.from({ length: many }, (_, index) => (index < half ? call(index) : settled(index)));
    const steps = stepsOf(log);
    expect(steps).toHaveLength(half);
    expect(steps.at(-1)).toMatchObject({ verdict: "conforms", time: half - 1 });
  });

  it("judges calls that are never settled, while states come", () => {
    const state = (index: number): TraceEvent => ({
      kind: "state",
      time: index,
      signalingState: index % 4 === 1 ? "have-remote-offer" : "stable",
    });
    const log = Array.from({ length: many }, (_, index) => (index % 2 === 0 ? call(index) : state(index)));
    const steps = stepsOf([...log, { kind: "call", time: many, call: "close" }]);
    expect(steps).toHaveLength(many / 2 + 1);
    expect(steps.every(({ verdict }) => verdict === "conforms")).toBe(true);
  });

  it("judges settlements whose states come late", () => {
    const events = (index: number): TraceEvent[] => [
      call(index),
      settled(index),
      { kind: "state", time: index, signalingState: "have-remote-offer" },
      { kind: "state", time: index, signalingState: "stable" },
    ];
    const steps = stepsOf(Array.from({ length: many / 4 }, (_, index) => events(index)).flat());
    expect(steps).toHaveLength(many / 4);
    expect(steps.every(({ verdict }) => verdict === "conforms")).toBe(true);
  });
});
