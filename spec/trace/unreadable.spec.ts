// Damaged, truncated and foreign files: one line that says what is wrong, and where.
import { describe, expect, it } from "vitest";
import { captureText } from "../cli/running/capture-files.ts";
import { complaintOf, internalsDump, rtcstatsDump } from "./dumps/dumps.ts";

const neither = /neither a webrtc-internals dump nor an rtcstats dump/;
const internals = captureText("basic-call", "internals.json.gz");
const rtcstats = captureText("basic-call", "rtcstats.gz");
const lastLine = rtcstats.split("\n").length;

describe("what is no dump", () => {
  it.each([
    ["an empty file", "", neither],
    ["white space", " \n\t\n", neither],
    ["text", "hello", neither],
    ["an SDP", "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\n", neither],
    ["a JSON array", "[]", neither],
    ["JSON null", "null", neither],
    ["a byte order mark alone", "\uFEFF", neither],
    ["UTF-16 read as UTF-8", '{\u0000"\u0000', /complete JSON/],
    ["an rtcstats dump without its first line", rtcstats.slice(13), /complete JSON/],
    ["a package.json", '{"name":"x"}', /PeerConnections/],
    ["connections that are a list", '{"PeerConnections":[]}', /PeerConnections/],
    ["connections that are null", '{"PeerConnections":null}', /PeerConnections/],
    ["a connection that is null", '{"PeerConnections":{"a":null}}', /updateLog/],
    ["a connection without a log", '{"PeerConnections":{"a":{}}}', /updateLog/],
    ["a log that is an object", '{"PeerConnections":{"a":{"updateLog":{}}}}', /updateLog/],
    ["an update that is null", '{"PeerConnections":{"a":{"updateLog":[null]}}}', /update/],
    ["an update without a type", '{"PeerConnections":{"a":{"updateLog":[{}]}}}', /update/],
    ["connections inherited from nowhere", '{"__proto__":{"PeerConnections":{}}}', /PeerConnections/],
    ["another magic", "RTCStatsDumpling\n{}\n", /line 1/],
    ["an rtcstats dump of one line", "RTCStatsDump", /line 2/],
    ["an rtcstats dump whose second line is a list", "RTCStatsDump\n[]\n", /line 2/],
    ["an rtcstats dump whose second line is cut off", 'RTCStatsDump\n{"fileF', /line 2/],
    ["a line that is no JSON", rtcstatsDump([["close", "a", null, 1], {}, "close,a,,1"]), /damaged.*line 5\b/],
    [
      "a line without a time",
      rtcstatsDump([
        ["close", "a", null, 1],
        ["close", "a", null],
      ]),
      /damaged.*line 4\b/,
    ],
    ["a line that is empty brackets", rtcstatsDump([["close", "a", null, 1], []]), /damaged.*line 4\b/],
    ["a time in quotes", rtcstatsDump([["close", "a", null, "1"]]), /damaged.*line 3\b/],
    [
      "a time beyond all numbers",
      rtcstatsDump([["close", "a", null, 1]]).replace(",1]", ",1e999]"),
      /damaged.*line 3\b/,
    ],
    [
      "times whose sum is beyond all numbers",
      rtcstatsDump([
        ["close", "a", null, 1e308],
        ["close", "a", null, 1e308],
      ]),
      /damaged.*line 4\b/,
    ],
  ])("%s", (_, text, complaint) => {
    expect(complaintOf(text)).toMatch(complaint);
    expect(complaintOf(text)).not.toMatch(/[\r\n]/);
  });

  it("an rtcstats dump that is cut off says in which line", () => {
    expect(complaintOf(rtcstats.trimEnd().slice(0, -5))).toMatch(new RegExp(`cut off.*line ${lastLine}\\b`));
  });

  it("blank and CRLF lines count as lines", () => {
    expect(complaintOf('RTCStatsDump\r\n{}\r\n\r\n\r\n["close"\r\n')).toMatch(/line 5\b/);
  });

  it.each([0.1, 0.5, 0.9, 0.999])("a webrtc-internals dump that ends after %d of it", (part) => {
    expect(complaintOf(internals.slice(0, Math.floor(internals.length * part)))).toMatch(/not a complete JSON/);
  });

  it("no complaint repeats what the file holds", () => {
    const secret = internalsDump([["close", ""]]).replace('"close"', '{"pwd":"s3cret"}');
    expect(complaintOf(secret)).not.toContain("s3cret");
    expect(complaintOf(rtcstatsDump(["s3cret"]))).not.toContain("s3cret");
  });
});
