// `replay --json`: the shape of the report, for programs.
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { internalsDump, rtcstatsDump } from "../trace/dumps/dumps.ts";
import { capturePath, captureText } from "./running/capture-files.ts";
import { jsonReport, runReplay } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();

describe("the JSON of a report", () => {
  it("has the members of the contract, in its order", async () => {
    const { connections, summary, ...rest } = await jsonReport(capturePath("double-answer", "internals.json.gz"));
    const steps = connections.flatMap((connection) => connection.steps);
    expect(Object.keys(rest)).toEqual(["version", "file", "format", "start", "userAgent"]);
    expect(Object.keys(connections[0] ?? {})).toEqual(["id", "steps", "url", "unlogged"]);
    const judged = "time call type before expected observed verdict fault code rule reference".split(" ");
    const members = [...judged, ..."index waited why cause differences description pairs".split(" ")];
    for (const step of steps) {
      expect(Object.keys(step)).toEqual(members);
      expect(Object.keys(step.observed)).toEqual(["outcome", "message", "signalingState"]);
      if (step.expected) expect(Object.keys(step.expected)).toEqual(["outcome", "error", "signalingState"]);
      if (step.reference) expect(Object.keys(step.reference)).toEqual(["spec", "section", "url"]);
    }
    expect(Object.keys(summary)).toEqual([
      "connections",
      "calls",
      "illegalCalls",
      "divergences",
      "unjudged",
      "unsettled",
    ]);
  });

  it("has its own members in that order too", async () => {
    const { printed } = await runReplay([capturePath("basic-call", "internals.json.gz")], { json: true });
    expect(printed).toMatch(/^\{"version":1,"file":".*","format":"webrtc-internals","connections":\[.*,"summary":\{/);
  });

  it("is one line a file, in the order of the files", async () => {
    const files = ["pranswer-then-answer", "basic-call"].map((name) => capturePath(name, "rtcstats.gz"));
    const { printed, status } = await runReplay(files, { json: true });
    expect(printed.endsWith("\n")).toBe(true);
    const reports = printed.trimEnd().split("\n");
    expect(reports.map((line) => JSON.parse(line).file)).toEqual(files);
    expect(status).toBe(1);
  });

  it("holds the times of the dump, in ms since the epoch", async () => {
    const text = rtcstatsDump([
      ["create", "PC_0", null, 1_700_000_000_000],
      ["setLocalDescription", "PC_0", null, 10.5],
      ["setLocalDescriptionOnSuccess", "PC_0", { type: "offer", sdp: "v=0" }, 10],
    ]);
    const { connections } = await jsonReport(file("times.txt", text));
    expect(connections[0]?.steps.map(({ time }) => time)).toEqual([1_700_000_000_010.5]);
  });

  it("has every call as its step: also close, and calls never settled", async () => {
    const text = internalsDump([
      ["setRemoteDescription", '{"type":"answer","sdp":"v=0"}'],
      ["setRemoteDescriptionOnFailure", "Called in wrong state: stable"],
      ["setLocalDescription", ""],
      ["close", ""],
      ["setLocalDescription", '{"type":"offer"}'],
    ]);
    const { connections, summary } = await jsonReport(file("close.json", text));
    expect(connections[0]?.steps.map(({ call, verdict, observed }) => [call, verdict, observed.outcome])).toEqual([
      ["setRemoteDescription", "illegal-call", "rejected"],
      ["setLocalDescription", "conforms", "unsettled"],
      ["close", "conforms", "applied"],
      ["setLocalDescription", "unjudged", "unsettled"],
    ]);
    expect(connections[0]?.steps.map(({ expected, reference }) => [expected, reference])).toEqual([
      [{ outcome: "rejected", error: "InvalidStateError", signalingState: "stable" }, expect.any(Object)],
      [null, null],
      [{ outcome: "applied", error: null, signalingState: "closed" }, null],
      [null, null],
    ]);
    expect(summary).toEqual({
      connections: 1,
      calls: 4,
      illegalCalls: 1,
      divergences: 0,
      unjudged: 1,
      unsettled: 2,
    });
  });

  it.each(["a=ice-pwd:x", "\u001b[31m", "constructor", 5])(
    "has null for the type of a call that no description has: %j",
    async (type) => {
      const description = { type, sdp: "v=0" };
      const text = rtcstatsDump([
        ["setRemoteDescription", "PC_0", description, 1],
        ["setRemoteDescriptionOnFailure", "PC_0", "TypeError", 1],
        ["setLocalDescription", "PC_0", description, 1],
        ["setRemoteDescription", "PC_0", description, 1],
      ]);
      const { connections } = await jsonReport(file("types.txt", text));
      const types = connections[0]?.steps.map((step) => step.type);
      expect(types).toEqual([null, null, null]);
    },
  );

  it("recognises gzip and both formats by content, whatever the name", async () => {
    const internals = captureText("basic-call", "internals.json.gz");
    const rtcstats = captureText("basic-call", "rtcstats.gz");
    const formats = await Promise.all(
      [
        file("a.txt", internals),
        file("a.gz", rtcstats),
        file("a.json", gzipSync(rtcstats)),
        file("a", gzipSync(internals)),
      ].map(async (path) => (await jsonReport(path)).format),
    );
    expect(formats).toEqual(["webrtc-internals", "rtcstats", "rtcstats", "webrtc-internals"]);
  });
});
