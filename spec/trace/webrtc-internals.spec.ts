// The webrtc-internals dump, of present and older Chrome versions.
import { describe, expect, it } from "vitest";
import { captureText } from "../cli/running/capture-files.ts";
import { captures } from "../cli/running/capture-verdicts.ts";
import { internalsDump, traceOf, verdictsOf } from "./dumps/dumps.ts";
import { olderInternals, oldestInternals } from "./dumps/old-internals.ts";

describe.each(captures)("the capture $name as older Chrome versions would have written it", ({ name }) => {
  const text = captureText(name, "internals.json.gz");

  it.each([
    ["dates, bare states, descriptions as text", olderInternals],
    ["names of its own for states too", oldestInternals],
  ])("%s: the same verdicts", (_, older) => {
    expect(older(text)).not.toMatch(/"timestamp":[\d.]+}/);
    expect(verdictsOf(older(text))).toEqual(verdictsOf(text));
  });

  it("its times are those dates, in whole seconds", () => {
    const times = (dump: string) => traceOf(dump).connections.flatMap(({ events }) => events.map(({ time }) => time));
    const whole = times(text).map((time) => Math.floor(time / 1000) * 1000);
    expect(times(olderInternals(text))).toEqual(whole);
  });
});

describe("the values of updates", () => {
  const eventsOf = (type: string, value: unknown) => traceOf(internalsDump([[type, value]])).connections[0]?.events;

  it.each([
    ["a JSON string", "onsignalingstatechange", '"have-local-offer"'],
    ["bare", "onsignalingstatechange", "have-local-offer"],
    ["bare, by the name of an older event", "signalingStateChange", "have-local-offer"],
    ["an enumeration's name", "signalingStateChange", "SignalingStateHaveLocalOffer"],
  ])("a state that is %s", (_, type, value) => {
    expect(eventsOf(type, value)).toEqual([{ kind: "state", time: 1000, signalingState: "have-local-offer" }]);
  });

  it.each(["", "null", '"', "constructor", "SignalingState", "SignalingStateToString", 5, null, ["stable"]])(
    "the state %j is none",
    (value) => {
      expect(eventsOf("onsignalingstatechange", value)).toEqual([]);
    },
  );

  it.each([
    ["JSON", '{"type":"offer","sdp":"v=0\\r\\n"}', { type: "offer", sdp: "v=0\r\n" }],
    ["text", "type: offer, sdp: v=0\r\no=- a, sdp: b\r\n", { type: "offer", sdp: "v=0\r\no=- a, sdp: b\r\n" }],
    ["a rollback as text", "type: rollback, sdp: ", { type: "rollback", sdp: "" }],
    ["a rollback as JSON", '{"type":"rollback"}', { type: "rollback" }],
  ])("a description as %s", (_, value, description) => {
    expect(eventsOf("setLocalDescription", value)).toEqual([
      { kind: "call", call: "setLocalDescription", time: 1000, description },
    ]);
  });

  it.each(["", null, undefined])("a call without a description, logged as %j", (value) => {
    expect(eventsOf("setLocalDescription", value)).toEqual([{ kind: "call", call: "setLocalDescription", time: 1000 }]);
  });

  it("a parse failure belongs to no call, even while one is open", () => {
    const dump = internalsDump([
      ["setRemoteDescription", '{"type":"offer","sdp":"v=0"}'],
      ["setRemoteDescriptionOnFailure", "Failed to parse SessionDescription. bogus Expect line: o="],
      ["onsignalingstatechange", '"have-remote-offer"'],
      ["setRemoteDescriptionOnSuccess", ""],
    ]);
    expect(verdictsOf(dump)).toEqual([
      "8-1 setRemoteDescription offer stable applied have-remote-offer null conforms null",
      "8-1 unlogged: Failed to parse SessionDescription. [hidden] Expect line: o=",
      expect.stringContaining('"calls":1'),
    ]);
  });

  it("other failures that speak of parsing settle their call", () => {
    const dump = internalsDump([
      ["setRemoteDescription", '{"type":"answer","sdp":"v=0"}'],
      ["setRemoteDescriptionOnFailure", "OperationError: Failed to parse SessionDescription. bogus"],
    ]);
    expect(verdictsOf(dump)[0]).toMatch(/illegal-call answer-in-wrong-state$/);
  });

  it.each(["close", "stop"])("%s closes the connection", (type) => {
    expect(verdictsOf(internalsDump([[type, ""]]))[0]).toMatch(/close null stable applied closed null conforms/);
  });
});

describe("the times of updates", () => {
  const timesOf = (times: readonly object[]) => {
    const updateLog = times.map((time) => ({ type: "close", value: "", ...time }));
    const trace = traceOf(JSON.stringify({ PeerConnections: { "8-1": { updateLog } } }));
    return { start: trace.start, times: trace.connections[0]?.events.map(({ time }) => time) };
  };

  it("an unreadable date counts as no later than the update before it", () => {
    const date = "Thu, 13 Nov 2025 10:00:00 GMT";
    const time = Date.parse(date);
    expect(timesOf([{ time: date }, { time: "13.11.2025, 10:00:01 h" }, {}])).toEqual({
      start: time,
      times: [time, time, time],
    });
  });

  it("a timestamp that is no number is none", () => {
    expect(timesOf([{ timestamp: 5.25 }, { timestamp: "6" }, { timestamp: null }])).toEqual({
      start: 5.25,
      times: [5.25, 5.25, 5.25],
    });
  });

  const startOf = (...connections: readonly (readonly (readonly [type: string, timestamp: number])[])[]) => {
    const logs = connections.map((updates, index) => [
      `8-${index}`,
      { updateLog: updates.map(([type, timestamp]) => ({ type, value: parseFailure, timestamp })) },
    ]);
    return traceOf(JSON.stringify({ PeerConnections: Object.fromEntries(logs) })).start;
  };
  const parseFailure = "Failed to parse SessionDescription. bogus";

  it("the start is the first update of any connection that the oracle follows", () => {
    expect(
      startOf(
        [
          ["x", 5],
          ["close", 30],
        ],
        [
          ["x", 1],
          ["close", 10],
          ["close", 20],
        ],
        [],
      ),
    ).toBe(10);
    expect(startOf([["close", 10]], [["close", 30]])).toBe(10);
  });

  it("the start may be a failure without its call", () => {
    const failed = "setRemoteDescriptionOnFailure";
    expect(
      startOf(
        [
          ["x", 1],
          [failed, 7],
          ["close", 8],
        ],
        [["close", 9]],
      ),
    ).toBe(7);
    expect(
      startOf([
        ["close", 6],
        [failed, 7],
      ]),
    ).toBe(6);
  });

  it("where nothing is followed, the start is 0", () => {
    expect(startOf([["x", 5]], [])).toBe(0);
  });
});
