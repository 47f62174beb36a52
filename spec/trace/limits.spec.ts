// The limits of a reading: each is met exactly, and one more stops it with what was read before.
import { describe, expect, it } from "vitest";
import { readTrace, type TraceOptions } from "../../src/entries/trace.ts";
import { isDeeperThan } from "../../src/trace/json.ts";
import { defaultTraceLimits, type TraceLimits } from "../../src/trace/limits.ts";
import { traceReader } from "../../src/trace/trace-reader.ts";
import { captureText, dumpFormats } from "../cli/running/capture-files.ts";
import { internalsDump, rtcstatsDump } from "./dumps/dumps.ts";

const close = ["close", "PC_0", null, 1];

/** What a reader tells of a text that comes in pieces, with the limit that stopped it. */
function readIn(pieces: Iterable<string>, limits: Partial<TraceLimits> = {}) {
  const seen: string[] = [];
  const listener = {
    connection(id: string) {
      seen.push(`connection ${id}`);
      return {
        event: (event: object) => void seen.push(JSON.stringify(event)),
        unlogged: (failed: object) => void seen.push(`unlogged ${JSON.stringify(failed)}`),
      };
    },
  };
  const reader = traceReader(listener, { ...defaultTraceLimits, ...limits });
  for (const piece of pieces) {
    const stop = reader.push(piece);
    if (stop !== null) return { seen, stop, format: reader.format };
  }
  return { seen, stop: reader.end(), format: reader.format };
}

const offer = (sdp: string) => ({ type: "offer", sdp });
const longOffer = offer(`v=0\r\n${"a=x\r\n".repeat(20)}m=audio 9 RTP/AVP 0\r\n`);
// A description of 126 characters, twice written as `v=` and `m=`: looking at each costs 126 and 8 more.
const shortened = rtcstatsDump([
  ["setRemoteDescription", "PC_0", longOffer, 1],
  ["setRemoteDescriptionOnSuccess", "PC_0", null, 1],
  ["setRemoteDescription", "PC_0", offer("v=\r\nm=\r\n"), 1],
  ["setRemoteDescriptionOnSuccess", "PC_0", null, 1],
  ["setRemoteDescription", "PC_0", offer("v=\r\nm=\r\n"), 1],
]);
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const closes = (count: number) => Array.from({ length: count }, () => ["close", ""] as const);
const failure = ["setRemoteDescriptionOnFailure", "Failed to parse SessionDescription."] as const;

const cases: readonly (readonly [name: string, text: string, limit: keyof TraceLimits, needed: number])[] = [
  ["calls of rtcstats", rtcstatsDump([close, close, close]), "maxSteps", 3],
  ["calls of webrtc-internals", internalsDump(closes(3)), "maxSteps", 3],
  ["failures without their call", internalsDump([failure, failure]), "maxSteps", 2],
  ["calls and creations", rtcstatsDump([close, ["createOffer", "PC_0", null, 1]]), "maxSteps", 2],
  ["connections of rtcstats", rtcstatsDump([close, ["getStats", "PC_1", {}, 1]]), "maxConnections", 2],
  [
    "connections of webrtc-internals",
    '{"PeerConnections":{"a":{"updateLog":[]},"b":{"updateLog":[]}}}',
    "maxConnections",
    2,
  ],
  ["lines, blank ones too", `${rtcstatsDump([close])}\n\n`, "maxLines", 5],
  ["updates", internalsDump(closes(3)), "maxLines", 3],
  ["the length of a line", rtcstatsDump([close, "x".repeat(5)]).replace("xxxxx", '["",3]'), "maxLineLength", 23],
  ["the length of an update", '{"PeerConnections":{"a":{"updateLog":[{"type":"close"}]}}}', "maxLineLength", 16],
  ["the depth of a line", rtcstatsDump([`["x","PC_0",${nested(6)},1]`]), "maxDepth", 7],
  ["the depth of a dump", `{"PeerConnections":{},"other":${nested(6)}}`, "maxDepth", 7],
  ["the depth of JSON in a string", internalsDump([["x", `{"a":${nested(6)}}`]]), "maxDepth", 7],
  ["what rtcstats left out", shortened, "maxExpandedLength", 2 * (126 + 8)],
];

describe("a limit", () => {
  it.each(cases)("%s", (_, text, limit, needed) => {
    const whole = readIn([text]);
    expect(whole.stop).toBeNull();
    expect(readIn([text], { [limit]: needed })).toEqual(whole);
    const { seen, stop } = readIn([text], { [limit]: needed - 1 });
    expect(stop).toEqual({ limit, reason: expect.stringContaining(String(needed - 1)), isPartial: true });
    expect(seen).toEqual(whole.seen.slice(0, seen.length));
  });

  it.each(cases)("%s: readTrace gives no part of a dump, and names the option", (_, text, limit, needed) => {
    expect(readTrace(text, { [limit]: needed })).toMatchObject({ ok: true });
    const reading = readTrace(text, { [limit]: needed - 1 });
    expect(reading).toEqual({ ok: false, reason: expect.stringMatching(new RegExp(`: ${limit} can be raised$`)) });
  });

  it("what was read before one is passed on", () => {
    const { seen, format } = readIn([rtcstatsDump([close, close, close])], { maxSteps: 2 });
    expect(format).toBe("rtcstats");
    expect(seen).toHaveLength(3);
  });

  it("an undefined option has its default", () => {
    expect(readTrace(rtcstatsDump([close]), { maxSteps: undefined })).toMatchObject({ ok: true });
  });

  it.each<[TraceOptions, string]>([
    [{ maxStep: 1 } as TraceOptions, 'readTrace: unknown option "maxStep"'],
    [{ maxSteps: 0 }, "readTrace: maxSteps must be a positive number"],
    [{ maxDepth: Number.NaN }, "readTrace: maxDepth must be a positive number"],
    [{ maxLines: "many" as unknown as number }, "readTrace: maxLines must be a positive number"],
  ])("%j is a mistake", (options, message) => {
    expect(() => readTrace("", options)).toThrow(new TypeError(message));
  });
});

describe.each(dumpFormats)("a $format dump in pieces", ({ ending }) => {
  it.each([1, 13, 1000])("of %d characters is what it is as a whole", (length) => {
    const text = captureText("glare-implicit-rollback", ending);
    const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
      text.slice(at * length, (at + 1) * length),
    );
    const whole = readIn([text]);
    expect(whole.seen.length).toBeGreaterThan(20);
    expect(readIn(pieces)).toEqual(whole);
    expect(readIn(["\uFEFF", ...pieces])).toEqual(whole);
  });
});

describe("a dump that stands for a much longer one", () => {
  it("is not written out beyond the limit", () => {
    const long = offer(`v=0\r\n${"a=x\r\n".repeat(100_000)}m=audio 9 RTP/AVP 0\r\n`);
    const short = ["setRemoteDescription", "PC_0", offer("v=\r\nm=\r\n"), 1];
    const success = ["setRemoteDescriptionOnSuccess", "PC_0", null, 1];
    const lines = [["setRemoteDescription", "PC_0", long, 1], success];
    for (let time = 0; time < 10_000; time++) lines.push(short, success);
    const { stop, seen } = readIn([rtcstatsDump(lines)], { maxExpandedLength: 1_000_000 });
    expect(stop?.limit).toBe("maxExpandedLength");
    expect(seen).toHaveLength(1 + 2 + 2);
  });
});

describe("the depth of a JSON text", () => {
  it.each([
    ["", 1, false],
    [nested(3), 3, false],
    [nested(4), 3, true],
    ['{"a":[{}]}', 2, true],
    ['{"a":[{}]}', 3, false],
    ['["[[[[","]"]', 1, false],
    ['["\\"[[[[",[]]', 1, true],
    ['["\\\\",[]]', 1, true],
    ["[]".repeat(50), 1, false],
    ["[".repeat(50), 49, true],
    ['"[[[[[', 3, false],
  ])("%j deeper than %d: %s", (text, depth, isDeeper) => {
    expect(isDeeperThan(depth, text)).toBe(isDeeper);
  });
});
