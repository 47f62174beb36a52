// What `replay` takes for files: folders, lists of names, zip archives, UTF-16, cut-off dumps, and what is no dump.
import { mkdirSync, symlinkSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { rtcstatsDump } from "../trace/dumps/dumps.ts";
import { captureText } from "./running/capture-files.ts";
import { bundledCommand } from "./running/command-process.ts";
import { runReplay } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";
import { zipOf } from "./running/zip-of.ts";

const run = bundledCommand();
const file = temporaryFolder();
const internals = captureText("double-answer", "internals.json.gz");
const rtcstats = captureText("double-answer", "rtcstats.gz");
const plain = file("plain.json", internals);
const callsIn = (printed: string) => JSON.parse(printed).summary.calls;

describe("UTF-16", () => {
  const little = Buffer.from(`\uFEFF${internals}`, "utf16le");
  it.each([
    ["little-endian", little],
    ["big-endian", Buffer.from(little).swap16()],
    ["without a byte order mark", little.subarray(2)],
    ["in gzip", gzipSync(little)],
  ])("%s", async (name, bytes) => {
    const { printed, status } = await runReplay([file(name, bytes)], { json: true });
    expect({ status, calls: callsIn(printed) }).toEqual({ status: 1, calls: 5 });
  });
});

describe("a zip archive", () => {
  const entries = [
    { name: "in/", content: "" },
    { name: "in/a.json", content: internals },
    { name: ".DS_Store", content: "x" },
    { name: "b.gz", content: gzipSync(rtcstats) },
  ];

  it("stands for the dumps in it", async () => {
    const path = file("two.zip", zipOf(entries));
    const { printed, status } = await runReplay([path], { json: true });
    const reports = printed
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(reports.map(({ file: name, summary }) => [name, summary.calls])).toEqual([
      [`${path}/in/a.json`, 5],
      [`${path}/b.gz`, 5],
    ]);
    const text = await runReplay([path], { columns: 1000 });
    expect(text.printed).toMatch(
      /\nTotal: 2 dumps, 2 of them with problems, 4 peer connections, 10 calls, 2 illegal calls,/,
    );
  });

  it.each([
    ["what is no dump in it is named", zipOf([{ name: "x.txt", content: "hello" }]), /x\.txt: neither/],
    ["a zip in a zip", zipOf([{ name: "x.zip", content: zipOf(entries) }]), /x\.zip: .*a zip archive in a zip archive/],
    ["cut off", zipOf(entries).subarray(0, -10), /the zip archive is cut off or damaged$/],
  ])("%s", async (name, bytes, complaint) => {
    const { status, complaints } = await runReplay([file(name, bytes)]);
    expect(status).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(complaint)]);
  });

  it("its files together are bounded", async () => {
    const large = rtcstatsDump([["getStats", "PC_0", "x".repeat(100_000), 1]]);
    const many = zipOf(Array.from({ length: 20 }, (_, at) => ({ name: `${at}`, content: large })));
    const { status, complaints } = await runReplay([file("many.zip", many)], { maxSize: 1024 ** 2 });
    expect(status).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(/many\.zip\/10: over 1M: raise the limit with --max-size$/)]);
  });
});

describe("a dump that is cut off is judged as far as it goes", () => {
  it("webrtc-internals says in which connection, and after how many updates", async () => {
    const { printed, status, complaints } = await runReplay([file("cut", internals.slice(0, 9000))], { json: true });
    const { summary, incomplete } = JSON.parse(printed);
    expect({ status, calls: summary.calls }).toEqual({ status: 2, calls: 3 });
    expect(incomplete).toMatch(/^the webrtc-internals dump is cut off in connection 8-2, after \d+ updates?: /);
    expect(complaints).toEqual([expect.stringContaining(incomplete)]);
  });

  it.each(["text", "json"])("every length of it ends in a report or a line, as %s", async (format) => {
    for (let length = 0; length < internals.length; length += 797) {
      const { status, complaints } = await runReplay([file("part", internals.slice(0, length))], {
        json: format === "json",
      });
      expect({ status, lines: complaints.length }).toEqual({ status: 2, lines: 1 });
    }
  });

  it("damage in the middle is called so", async () => {
    const { complaints } = await runReplay([file("damaged", internals.replace('"setRemoteDescription"', "}"))]);
    expect(complaints).toEqual([expect.stringMatching(/dump is damaged in connection 8-1, after \d+ updates/)]);
  });

  it("rtcstats names the line", async () => {
    const lines = rtcstats.trimEnd().split("\n");
    const { status, printed, complaints } = await runReplay([file("cut", rtcstats.trimEnd().slice(0, -5))], {
      json: true,
    });
    expect({ status, calls: callsIn(printed) }).toEqual({ status: 2, calls: 5 });
    expect(complaints).toEqual([expect.stringMatching(new RegExp(`cut off: line ${lines.length} is not JSON$`))]);
  });

  it("gzip says where its content ends", async () => {
    const whole = gzipSync(internals);
    const cut = file("cut.gz", whole.subarray(0, Math.floor(whole.length * 0.9)));
    const { status, printed, complaints } = await runReplay([cut], { json: true });
    expect(status).toBe(2);
    expect(callsIn(printed)).toBeGreaterThan(0);
    expect(complaints).toEqual([expect.stringMatching(/: the gzip data is cut off (?:in|after) connection 8-\d/)]);
  });
});

describe("what is no dump is pointed to where it belongs", () => {
  it.each([
    ["an SDP", "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\n", /an SDP: use jsep-machine check$/],
    ["an SDP in JSON", '{"type":"offer","sdp":"v=0\\r\\n"}', /an SDP in JSON: .*jsep-machine check$/],
    ["a HAR file", '{ "log": { "version": "1.2" } }', /a HAR file, .*webrtc-internals$/],
    ["a page", "<!DOCTYPE html><html>", /a web page: /],
    ["a packet capture", Buffer.from("d4c3b2a102000400", "hex"), /it is a packet capture \(pcap\)$/],
    ["a new packet capture", Buffer.from("0a0d0d0a1c000000", "hex"), /it is a packet capture \(pcapng\)$/],
    ["a picture", Buffer.from("ffd8ffe000104a46", "hex"), /it is a picture \(JPEG\)$/],
  ])("%s", async (name, content, complaint) => {
    const { status, printed, complaints } = await runReplay([file(name, content)]);
    expect({ status, printed }).toEqual({ status: 2, printed: "" });
    expect(complaints).toEqual([expect.stringMatching(/: neither a webrtc-internals dump nor an rtcstats dump: /)]);
    expect(complaints[0]).toMatch(complaint);
  });

  it("a dump passed to check", async () => {
    expect((await run(["check", plain])).err).toMatch(/it is a dump of a call, not an SDP: use jsep-machine replay\n$/);
  });
});

describe("folders and lists", () => {
  const folder = file("folder");
  mkdirSync(`${folder}/inner`, { recursive: true });
  const named = ["folder/b.json", "folder/inner/a.json"].map((name) => file(name, internals));
  file("folder/notes.txt", "hello");
  file("folder/.hidden", internals);
  symlinkSync(folder, `${folder}/inner/circle`);

  it("a folder stands for the dumps in it; what is none is passed over", async () => {
    const { status, printed, complaints } = await runReplay([folder], { columns: 1000, problems: true });
    expect({ status, complaints }).toEqual({ status: 1, complaints: [] });
    expect([...printed.matchAll(/^(.*): webrtc-internals dump/gm)].map(([, name]) => name)).toEqual(named);
    expect(printed).toMatch(/\nTotal: 2 dumps, 2 of them with problems, .*, 1 other file passed over\n$/);
  });

  it("names come from a list, and from standard input as they come", async () => {
    const list = file("list", `${named.join("\r\n")}\n\n`);
    expect((await runReplay([], { json: true, filesFrom: list })).printed.split("\n")).toHaveLength(3);
    const { out, status } = await run(["replay", "--ndjson", "--files-from", "-"], { input: list });
    expect(status).toBe(1);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(["8-1", "8-2", "8-1", "8-2"]);
  });

  it("a list that is missing is named", async () => {
    expect(await runReplay([], { filesFrom: "no-such-list" })).toEqual({
      status: 2,
      printed: "",
      complaints: ["no-such-list: no such file"],
    });
  });
});
