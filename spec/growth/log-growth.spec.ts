// Logs come from strangers too: what the reading and the judging of one cost must grow with its length. Counted, not timed.
import { describe, expect, it } from "vitest";
import { upTo } from "../../cases/sdp/growing/growing-case.ts";
import type { TraceEvent } from "../../src/oracle/evidence/trace-event.ts";
import { stepsOf } from "../oracle/scripts/event-script.ts";
import { internalsDump, rtcstatsDump, traceOf, verdictsOf } from "../trace/dumps/dumps.ts";
import { compressed } from "../trace/dumps/section-compression.ts";
import { workOf } from "./counting/work.ts";

const small = 300;
/** Work in proportion to the length grows by 4, the square would be 16. */
const mostGrowth = 5;

function expectToGrow(call: (count: number) => () => unknown): void {
  const [before, after] = [workOf(call(small)), workOf(call(4 * small))];
  expect(before.steps + before.characters).toBeGreaterThan(small);
  expect(after.steps).toBeLessThanOrEqual(mostGrowth * before.steps);
  expect(after.characters).toBeLessThanOrEqual(mostGrowth * before.characters);
}

const call = (time: number): TraceEvent => ({
  kind: "call",
  time,
  call: "setRemoteDescription",
  description: { type: "offer", sdp: "O1" },
});
const settled = (time: number): TraceEvent => ({
  kind: "settled",
  time,
  call: "setRemoteDescription",
  outcome: "applied",
  message: null,
  description: null,
});
const state = (time: number, signalingState: "stable" | "have-remote-offer"): TraceEvent => ({
  kind: "state",
  time,
  signalingState,
});

describe("what an oracle does with a log grows with its length", () => {
  const logs: readonly [what: string, log: (count: number) => readonly TraceEvent[]][] = [
    ["calls one after the other", (count) => upTo(count).flatMap((index) => [call(index), settled(index)])],
    ["calls that all wait", (count) => [...upTo(count).map(call), ...upTo(count).map(settled)]],
    [
      "calls that are never settled, while states come",
      (count) =>
        upTo(count).flatMap((index) => [call(index), state(index, index % 2 === 0 ? "have-remote-offer" : "stable")]),
    ],
    [
      "settlements whose states come late",
      (count) =>
        upTo(count).flatMap((index) => [
          call(index),
          settled(index),
          state(index, "have-remote-offer"),
          state(index, "stable"),
        ]),
    ],
  ];
  it.each(logs)("%s", (_, log) =>
    expectToGrow((count) => {
      const events = log(count);
      return () => stepsOf(events);
    }),
  );
});

describe("what it costs to read a dump grows with its length", () => {
  const audio = "m=audio 9\r\na=mid:0";
  const offer = (index: number) => ({ type: "offer", sdp: `v=${index}\r\n${audio}\r\n` });

  it.each(["setRemoteDescription", "setLocalDescription"])(
    "%s: calls that all wait, compressed against each other",
    (method) =>
      expectToGrow((count) => {
        const settlement = [`${method}OnSuccess`, "PC_0", null, 1];
        const text = rtcstatsDump([
          [method, "PC_0", offer(-1), 1],
          settlement,
          ...upTo(count).map((index) => [method, "PC_0", compressed(offer(-1), offer(index)), 1]),
          ...upTo(count - 1).map(() => settlement),
        ]);
        return () => traceOf(text);
      }),
  );

  it.each(["a", "1.", "a:", "x=", "-", "[", " ", "candidate", "a.local"])(
    "a failure's words, over and over %j",
    (word) =>
      expectToGrow((count) => {
        const text = internalsDump([
          ["setRemoteDescription", '{"type":"answer","sdp":""}'],
          ["setRemoteDescriptionOnFailure", word.repeat((100 * count) / word.length)],
        ]);
        return () => verdictsOf(text);
      }),
  );
});
