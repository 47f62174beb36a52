// The dump that an observer writes: an rtcstats dump to every reader, and the very events to ours.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signalingStates } from "../../src/entries/index.ts";
import type { TraceEvent } from "../../src/entries/oracle.ts";
import { observedTrace } from "../../src/trace/observed-trace.ts";
import { readTrace } from "../../src/trace/read-trace.ts";
import { traceOf } from "./dumps/dumps.ts";

const seen = { signalingState: "have-local-offer", slots: {}, events: true } as const;
const offer = { type: "offer", sdp: 'v=0\r\na=x:"\\\u2028\ud800\r\n' };
const some: readonly TraceEvent[] = [
  {
    kind: "attached",
    time: 1_700_000_000_000,
    seen: {
      signalingState: "stable",
      slots: { pendingLocalDescription: null, currentLocalDescription: { type: "answer", sdp: "v=0\r\n" } },
      events: true,
    },
  },
  { kind: "call", time: 1_700_000_000_001, call: "setLocalDescription", id: 0, description: offer },
  { kind: "call", time: 1_700_000_000_001, call: "setLocalDescription", id: 1, description: undefined },
  { kind: "call", time: 1_700_000_000_001, call: "setRemoteDescription", id: 2, description: "a string" },
  { kind: "state", time: 1_700_000_000_002, signalingState: "have-local-offer" },
  {
    kind: "settled",
    time: 1_699_999_999_000,
    call: "setLocalDescription",
    id: 0,
    outcome: "applied",
    message: null,
    description: null,
    error: null,
    seen,
  },
  {
    kind: "settled",
    time: 1_700_000_000_003,
    call: "setRemoteDescription",
    id: 2,
    outcome: "rejected",
    message: "no",
    description: null,
    error: { name: "OperationError", message: "no", errorDetail: "sdp-syntax-error", sdpLineNumber: 3 },
    seen: { ...seen, events: false },
  },
  { kind: "call", time: 1_700_000_000_004, call: "createOffer", id: 3 },
  {
    kind: "settled",
    time: 1_700_000_000_004,
    call: "createOffer",
    id: 3,
    outcome: "applied",
    message: null,
    description: offer,
    error: null,
    seen,
  },
  { kind: "call", time: 1_700_000_000_005, call: "close", id: 4 },
];

describe("an observed trace", () => {
  it("is read as the events that it was written of", () => {
    const { connections, format, start } = traceOf(observedTrace("a name", some));
    expect(format).toBe("rtcstats");
    expect(start).toBe(1_700_000_000_000);
    expect(connections).toEqual([{ id: "a name", events: some, unlogged: [] }]);
  });

  it("of nothing is a dump of nothing", () => {
    expect(traceOf(observedTrace("1", [])).connections).toEqual([]);
  });

  it("is an rtcstats dump: a magic line, an object, and arrays of method, connection, value, more, ms since before", () => {
    const text = observedTrace("8-1", some);
    const [magic, header, ...lines] = text.split("\n");
    expect(magic).toBe("RTCStatsDump");
    expect(JSON.parse(header ?? "")).toEqual({ fileFormat: 3 });
    expect(lines.pop()).toBe("");
    const read = lines.map((line): unknown[] => JSON.parse(line));
    expect(read.map(([method]) => method)).toEqual([
      "create",
      "setLocalDescription",
      "setLocalDescription",
      "setRemoteDescription",
      "onsignalingstatechange",
      "setLocalDescriptionOnSuccess",
      "setRemoteDescriptionOnFailure",
      "createOffer",
      "createOfferOnSuccess",
      "close",
    ]);
    expect(read.every((line) => line.length === 5 && line[1] === "8-1")).toBe(true);
    expect(read.map(([, , value]) => value)).toEqual([
      {},
      offer,
      null,
      "a string",
      "have-local-offer",
      null,
      "no",
      null,
      offer,
      null,
    ]);
    const times = read.map((line) => line.at(-1) as number);
    expect(times.reduce((sum, elapsed) => sum + elapsed)).toBe(1_700_000_000_005);
  });

  it("without what is this project's own it is read as any other such dump", () => {
    const lines = observedTrace("8-1", some).split("\n");
    const foreign = lines.map((line) => line.replace(/,\{"jsepMachine":.*\},(-?\d+)\]$/, ",$1]"));
    expect(foreign.join()).not.toContain("jsepMachine");
    const [connection] = traceOf(foreign.join("\n")).connections;
    expect(connection?.events.map(({ kind }) => kind)).toEqual([
      "call",
      "call",
      "call",
      "state",
      "settled",
      "settled",
      "call",
      "settled",
      "call",
    ]);
    expect(connection?.events.every((event) => !("id" in event))).toBe(true);
  });
});

const time = fc.integer({ min: 0, max: 2 ** 42 });
const id = fc.nat();
const call = fc.constantFrom("createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription", "close");
const text = fc.string({ unit: "binary" });
const slot = fc.option(fc.record({ type: fc.constantFrom("offer", "pranswer", "answer"), sdp: text }));
const anySeen = fc.record({
  signalingState: fc.constantFrom(...signalingStates),
  slots: fc.record(
    {
      pendingLocalDescription: slot,
      currentLocalDescription: slot,
      pendingRemoteDescription: slot,
      currentRemoteDescription: slot,
    },
    { requiredKeys: [] },
  ),
  events: fc.boolean(),
});
const description = fc.record({ type: text, sdp: text });
const anyEvent = fc.oneof(
  fc.record({ kind: fc.constant("attached"), time, seen: anySeen }),
  fc.record({ kind: fc.constant("state"), time, signalingState: fc.constantFrom(...signalingStates) }),
  fc.record({
    kind: fc.constant("call"),
    time,
    call,
    id,
    description: fc.oneof(fc.constant(undefined), text, fc.record({ type: text, sdp: text }, { requiredKeys: [] })),
  }),
  fc.record({
    kind: fc.constant("settled"),
    time,
    call,
    id,
    outcome: fc.constant("applied"),
    message: fc.constant(null),
    description: fc.option(description),
    error: fc.constant(null),
    seen: anySeen,
  }),
  fc.record({
    kind: fc.constant("settled"),
    time,
    call,
    id,
    outcome: fc.constantFrom("rejected", "unsettled"),
    message: fc.option(text),
    description: fc.constant(null),
    error: fc.option(
      fc.record({
        name: text,
        message: fc.option(text),
        errorDetail: fc.option(text),
        sdpLineNumber: fc.option(fc.nat()),
      }),
    ),
    seen: anySeen,
  }),
) as fc.Arbitrary<TraceEvent>;

describe("any observed trace", () => {
  it("is read as the events that it was written of, whatever texts and times are in them", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(anyEvent, { minLength: 1 }), (name, events) => {
        const [connection, ...others] = traceOf(observedTrace(name, events)).connections;
        expect(others).toEqual([]);
        expect(connection).toEqual({ id: name, events, unlogged: [] });
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("a line that looks like an observer's", () => {
  const lineOf = (method: string, value: unknown, own: unknown) =>
    traceOf(`RTCStatsDump\n{}\n${JSON.stringify([method, "pc", value, { jsepMachine: own }, 5])}\n`).connections[0]
      ?.events;
  const settled = { kind: "settled", call: "setLocalDescription", id: 0, outcome: "applied", seen };

  it.each<[string, unknown]>([
    ["null", null],
    ["a list", []],
    ["a text", "call"],
    ["nothing", {}],
    ["a kind that is none", { kind: "nonsense" }],
    ["a call without a number", { kind: "call", call: "setLocalDescription" }],
    ["a call that is none", { kind: "call", call: "addIceCandidate", id: 0 }],
    ["a call named like Object's own", { kind: "call", call: "constructor", id: 0 }],
    ["a settlement without a number", { ...settled, id: undefined }],
    ["a settlement without what was seen", { ...settled, seen: undefined }],
    ["a settlement in a state that is none", { ...settled, seen: { ...seen, signalingState: "nonsense" } }],
    ["a settlement without slots", { ...settled, seen: { ...seen, slots: null } }],
    ["an outcome that is none", { ...settled, outcome: "lost" }],
    ["an attachment to nothing", { kind: "attached" }],
  ])("and holds %s is read as any other line", (_, own) => {
    const foreign = [{ kind: "call", time: 5, call: "setLocalDescription", description: { type: "offer", sdp: "x" } }];
    expect(lineOf("setLocalDescription", { type: "offer", sdp: "x" }, own)).toEqual(foreign);
  });

  it("keeps of odd members what can be read", () => {
    const odd = {
      ...settled,
      error: { name: "TypeError", message: 5, errorDetail: {}, sdpLineNumber: "3" },
      message: 5,
      seen: {
        ...seen,
        slots: { pendingLocalDescription: { type: "rollback", sdp: "x" }, currentLocalDescription: 5, other: null },
        events: "yes",
      },
    };
    expect(lineOf("setLocalDescriptionOnSuccess", null, odd)).toEqual([
      {
        kind: "settled",
        time: 5,
        call: "setLocalDescription",
        id: 0,
        outcome: "applied",
        message: null,
        description: null,
        error: { name: "TypeError", message: null, errorDetail: null, sdpLineNumber: null },
        seen: { signalingState: "have-local-offer", slots: {}, events: false },
      },
    ]);
  });

  it("and is JSON no more is damage, and said so", () => {
    const reading = readTrace('RTCStatsDump\n{}\n["create","pc",{},{"jsepMachine":{"kind":"att');
    expect(reading).toEqual({ ok: false, reason: expect.stringContaining("line 3") });
  });
});
