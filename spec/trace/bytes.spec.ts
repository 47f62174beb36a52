// A dump may be passed as its text or as its bytes, as a file or a download is read.
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readTrace } from "../../src/entries/trace.ts";
import { internalsDump, rtcstatsDump, traceOf } from "./dumps/dumps.ts";

const offer = { type: "offer", sdp: "v=0\r\ns=\u00e4\u4e16\ud83d\ude00\r\n" };
const dumps = [
  ["webrtc-internals", internalsDump([["setRemoteDescription", JSON.stringify(offer)]])],
  ["rtcstats", rtcstatsDump([["setRemoteDescription", "PC_0", offer, 1]])],
] as const;
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe.each(dumps)("the bytes of a dump of %s", (format, text) => {
  it("are read as its text", () => {
    const reading = readTrace(bytesOf(text));
    expect(reading).toEqual({ ok: true, value: traceOf(text) });
    expect(reading.ok && reading.value.format).toBe(format);
    expect(reading.ok && reading.value.connections[0]?.events).toMatchObject([{ description: offer }]);
  });

  it("with a byte order mark, too", () => {
    expect(readTrace(bytesOf(`\uFEFF${text}`))).toEqual(readTrace(text));
  });

  it("as a view of a larger buffer, too", () => {
    const bytes = bytesOf(`xx${text}x`);
    expect(readTrace(bytes.subarray(2, -1))).toEqual(readTrace(text));
  });

  it("compressed with gzip are refused, and the reason says what to do", () => {
    expect(readTrace(gzipSync(text))).toEqual({
      ok: false,
      reason: "the dump is compressed with gzip: decompress it first",
    });
  });
});

describe("bytes that are no dump", () => {
  it.each([
    ["none", new Uint8Array()],
    ["not UTF-8", Uint8Array.of(0xff, 0xfe, 0x80)],
    ["half of a gzip mark", Uint8Array.of(0x1f)],
    ["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
  ])("%s: said so", (_, bytes) => {
    expect(readTrace(bytes)).toEqual({ ok: false, reason: "neither a webrtc-internals dump nor an rtcstats dump" });
  });
});
