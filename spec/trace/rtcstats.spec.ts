// The rtcstats dump: plain or not, with names or numbers, with lines that are to be skipped.
import { describe, expect, it } from "vitest";
import { captureText } from "../cli/running/capture-files.ts";
import { captures } from "../cli/running/capture-verdicts.ts";
import { rtcstatsDump, traceOf, verdictsOf } from "./dumps/dumps.ts";
import { linesOf, withNumericMethods } from "./dumps/rtcstats-capture.ts";

const bareStates = (text: string) =>
  rtcstatsDump(
    linesOf(text).map(([method, id, value, ...rest]) => [
      method,
      id,
      typeof value === "string" && value.startsWith('"') ? JSON.parse(value) : value,
      ...rest,
    ]),
  );
const skippedBetween = (text: string) =>
  rtcstatsDump(
    linesOf(text).flatMap((line) => [
      line,
      ["toString", line[1], { type: "offer", sdp: "x" }, 0],
      [999, line[1], "stable", 0],
      [1.5, null, 0],
      {},
      '"text"',
      "5",
      "null",
      "",
    ]),
  );

describe.each(captures)("the capture $name as an rtcstats dump", ({ name }) => {
  const text = captureText(name, "rtcstats.gz");

  it.each([
    ["numbers for methods", withNumericMethods],
    ["CRLF line ends", (dump: string) => dump.replaceAll("\n", "\r\n")],
    ["a byte order mark", (dump: string) => `\uFEFF${dump}`],
    ["a line end at the end", (dump: string) => `${dump}\n`],
    ["bare states", bareStates],
    ["a tracking id before the time", (dump: string) => rtcstatsDump(linesOf(dump).map(withTrackingId))],
    ["unknown methods, lines that are no arrays and empty lines", skippedBetween],
  ])("with %s has the same verdicts and times", (_, rewrite) => {
    expect(rewrite(text)).not.toBe(text);
    expect(traceOf(rewrite(text))).toEqual(traceOf(text));
    expect(verdictsOf(rewrite(text))).toEqual(verdictsOf(text));
  });
});

function withTrackingId(line: readonly unknown[]): readonly unknown[] {
  return [...line.slice(0, -1), "8-12", line.at(-1)];
}

describe("the time of a line", () => {
  it("is the running sum over all lines, those that are skipped included", () => {
    const { start, connections } = traceOf(
      rtcstatsDump([
        ["create", null, {}, 1000],
        ["create", "PC_0", {}, 0.5],
        ["getStats", "PC_0", {}, 20],
        [999, "PC_1", null, 300],
        ["setLocalDescription", "PC_0", null, 4000],
        { not: "an array" },
        ["close", "PC_0", null, 50_000],
      ]),
    );
    // What the oracle does not follow starts nothing.
    expect(start).toBe(5320.5);
    expect(connections[0]?.events.map(({ time }) => time)).toEqual([5320.5, 55_320.5]);
  });

  it("may stand alone, where a call has no value at all", () => {
    const { connections } = traceOf(rtcstatsDump([["setLocalDescription", "PC_0", 7]]));
    expect(connections[0]?.events).toEqual([{ kind: "call", call: "setLocalDescription", time: 7 }]);
  });
});

describe("the connections of an rtcstats dump", () => {
  it("are in the order in which they appear, those without calls too; null and undefined are none", () => {
    const lines = [
      ["create", null, {}, 1],
      ["setLocalDescription", "undefined-undefined", null, 1],
      ["create", "b", {}, 1],
      ["create", 7, {}, 1],
      ["create", "a", {}, 1],
      ["close", "b", null, 1],
    ];
    const { connections } = traceOf(rtcstatsDump(lines));
    expect(connections.map(({ id, events }) => `${id} ${events.length}`)).toEqual(["b 1", "7 0", "a 0"]);
  });

  it("may have none at all", () => {
    expect(traceOf(rtcstatsDump([]))).toEqual({ format: "rtcstats", start: 0, connections: [] });
  });
});
