// A report as the page shows it: its events in order, what is filtered out, and which SDP a step is compared with.
import { describe, expect, it } from "vitest";
import { detailedReportOn } from "../../src/report/detailed-report.ts";
import { eventsOf, otherEnds } from "../../src/viewer/ladder/report-events.ts";
import { filtered, noFilter } from "../../src/viewer/page/filter.ts";
import { duration } from "../../src/viewer/step/words.ts";
import { captureText } from "../cli/running/capture-files.ts";
import { rtcstatsDump, traceOf } from "../trace/dumps/dumps.ts";

const reportOf = (name: string) => detailedReportOn("", traceOf(captureText(name, "internals.json.gz")), {});

describe("the events of a report", () => {
  it("are those of all connections, in the order of their time, failures without a call among them", () => {
    const report = reportOf("munged-and-invalid-sdp");
    const events = eventsOf(report, [0, 1]);
    expect(
      events
        .map(({ kind }) => kind)
        .sort()
        .join(),
    ).toMatch(/^(step,)+unlogged,unlogged$/);
    expect(events.map(({ time }) => time)).toEqual(events.map(({ time }) => time).sort((one, other) => one - other));
    expect(eventsOf(report, [1]).every(({ lane, id }) => lane === 0 && id.includes("-1-"))).toBe(true);
  });

  it("a step is compared with the SDP that was applied before on its side", () => {
    const sdp = (text: string) => ({ type: "offer", sdp: `v=0\r\ns=${text}\r\n` });
    const set = (text: string, outcome: "Success" | "Failure") => [
      ["setRemoteDescription", "A", sdp(text), 1],
      [`setRemoteDescriptionOn${outcome}`, "A", null, 1],
    ];
    const lines = [...set("1", "Success"), ...set("2", "Failure"), ...set("3", "Success"), ["close", "A", null, 1]];
    const report = detailedReportOn("", traceOf(rtcstatsDump(lines)), { sdp: "opaque" });
    const steps = eventsOf(report, [0]).flatMap((event) => (event.kind === "step" ? [event] : []));
    expect(steps.map(({ step, sdpBefore }) => [step.sdp, sdpBefore])).toEqual([
      [0, null],
      [1, 0],
      [2, 0],
      [null, null],
    ]);
  });

  it("each end of an arrow names the other", () => {
    expect([...otherEnds(reportOf("basic-call"))].sort()).toEqual([
      ["step-0-0", "to 8-2"],
      ["step-0-1", "from 8-2"],
      ["step-1-0", "from 8-1"],
      ["step-1-1", "to 8-1"],
    ]);
  });
});

describe("a filter", () => {
  const report = reportOf("double-answer");
  const events = eventsOf(report, [0, 1]);
  const count = (text: string, problemsOnly = false) => filtered(report, events, { text, problemsOnly }).length;

  it.each([
    ["", 5],
    ["setRemote answer", 2],
    ["illegal", 1],
    ["answer-in-wrong-state", 1],
    ["CALLED IN WRONG STATE", 1],
    ["a=setup:actpass", 2],
    ["no such words", 0],
  ])("%j leaves %i", (text, left) => {
    expect(count(text)).toBe(left);
  });

  it("problems only", () => {
    expect(count("", true)).toBe(1);
    expect(count("offer", true)).toBe(1);
    expect(count("rollback", true)).toBe(0);
    expect(filtered(report, events, noFilter)).toBe(events);
  });
});

describe("a length of time", () => {
  it.each([
    [0.4, "0 ms"],
    [12.3, "12 ms"],
    [1234, "1.23 s"],
    [12_345, "12.3 s"],
    [61_000, "1 min 1 s"],
  ])("%d ms: %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});
