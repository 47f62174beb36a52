// `check`: what it finds, and what its exit status says.
import { mkdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { alice, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { append } from "../../cases/sdp/given/edits.ts";
import { checkSdp } from "../../src/entries/sdp.ts";
import { found, jsonCheck, runCheck } from "./running/checking.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
const emptyFolder = file("empty");
mkdirSync(emptyFolder);
const offer = balanced(alice, "actpass");
const answer = balanced(bob, "active");
const withoutMux = offer.replace("a=rtcp-mux\r\n", "");
const plus = (sdp: string, ...lines: readonly string[]): string => append(0, ...lines)(sdp);

describe("contract, check: the exit status", () => {
  it.each([
    ["nothing found", offer, 0],
    ["warnings alone", plus(offer, "a=crypto:1 x", "a=mid:0"), 0],
    ["an error of the content", withoutMux, 1],
    ["an error of the syntax", "Invalid SDP", 1],
    ["an empty file", "", 1],
    ["an error and a warning", plus(withoutMux, "a=crypto:1 x"), 1],
    ["too much", `${offer}${"a=x\r\n".repeat(300_000)}`, 1],
  ])("%s", async (name, sdp, status) => {
    const run = await runCheck(file(`${name}.sdp`, sdp), { type: "offer" });
    expect(run.status).toBe(status);
    expect(run.complaints).toEqual([]);
  });

  it("is 2 for what cannot be read, with one line that says why, and nothing printed", async () => {
    for (const [name, reason] of [
      ["no-such-file", "no such file"],
      [emptyFolder, "no file in this folder"],
    ] as const) {
      const run = await runCheck(name);
      expect(run).toEqual({ status: 2, printed: "", complaints: [expect.stringContaining(reason)] });
      expect(run.complaints[0]).toContain(name);
    }
  });
});

describe("contract, check: the findings are those of checkSdp", () => {
  const flawed = plus(withoutMux, "a=crypto:1 x", "a=sctp-port:5").replace("a=mid:2", "a=mid:1");

  it("as JSON, in the order of the lines", async () => {
    const path = file("flawed.sdp", flawed);
    const { findings } = await jsonCheck(path, { type: "offer" });
    const lines = findings.map(({ sdpLineNumber }) => sdpLineNumber ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    const expected = checkSdp(flawed, { type: "offer", side: "remote" });
    expect(findings).toHaveLength(expected.length);
    expect(findings).toEqual(expect.arrayContaining(expected as unknown[]));
    expect(expected.length).toBeGreaterThan(3);
  });

  it("with LF ends as with CRLF ends, and without the last one", async () => {
    const options = { type: "offer" } as const;
    const crlf = await jsonCheck(file("crlf.sdp", flawed), options);
    const lf = await jsonCheck(file("lf.sdp", flawed.replaceAll("\r\n", "\n")), options);
    expect(lf.findings).toEqual(crlf.findings);
    const open = await found(file("open.sdp", offer.replaceAll("\r\n", "\n").trimEnd()), options);
    expect(open).toContain("warning W16");
  });

  it("of gzip too", async () => {
    const plain = await jsonCheck(file("plain.sdp", flawed));
    const zipped = await jsonCheck(file("zipped.sdp.gz", gzipSync(flawed)));
    expect(zipped.findings).toEqual(plain.findings);
  });

  it("a byte order mark is no SDP", async () => {
    expect(await found(file("bom.sdp", `\uFEFF${offer}`))).toEqual(["error S1"]);
  });
});

describe("contract, check --type and --side", () => {
  it("without a type, only what holds for every type", async () => {
    const active = file("active.sdp", answer);
    const holdable = file("actpass.sdp", offer);
    expect(await found(active)).not.toContainEqual(expect.stringContaining("error"));
    expect(await found(holdable)).not.toContainEqual(expect.stringContaining("error"));
    expect(await found(holdable, { type: "answer" })).toContain("error A6");
    expect(await found(holdable, { type: "pranswer" })).toContain("error A6");
    expect((await jsonCheck(active)).type).toBeNull();
  });

  it("rtcp-mux is asked of the remote side only", async () => {
    const path = file("without-mux.sdp", withoutMux);
    expect(await found(path)).toContain("error D7");
    expect(await found(path, { side: "local" })).not.toContain("error D7");
  });
});

describe("contract, check --offer: an answer to it", () => {
  const offered = file("offer.sdp", offer);
  const good = file("answer.sdp", answer);
  const fixed = file("fixed.sdp", answer.replace("a=rtcp-fb:96 nack\r\n", "a=rtcp-fb:96 goog-remb\r\n"));

  it("judges the answer against it, as an answer", async () => {
    expect(await runCheck(good, { offer: offered })).toMatchObject({ status: 0, complaints: [] });
    expect((await jsonCheck(good, { offer: offered })).type).toBe("answer");
    expect((await jsonCheck(good, { offer: offered, type: "pranswer" })).type).toBe("pranswer");
    expect(await found(fixed)).not.toContainEqual(expect.stringContaining("error"));
    expect(await found(fixed, { offer: offered })).toContain("error A8");
  });

  it.each(["local", "remote"] as const)("on the %s side", async (side) => {
    expect((await runCheck(good, { offer: offered, side })).status).toBe(0);
    expect(await found(fixed, { offer: offered, side })).toContain("error A8");
  });

  it("an unacceptable offer is good enough to be answered", async () => {
    expect((await runCheck(good, { offer: file("unmuxed.sdp", withoutMux) })).status).toBe(0);
  });

  it.each([
    ["--type offer", { offer: offered, type: "offer" }, "--offer"],
    ["no such offer", { offer: "no-such-offer.sdp" }, "no-such-offer.sdp: no such file"],
    ["an offer that is not SDP", { offer: file("broken.sdp", offer.replace("t=0 0", "t=0")) }, "line 4"],
    ["an offer that is too long", { offer: file("long.sdp", "v".repeat(1_048_577)) }, "1048577"],
  ] as const)("unusable: %s", async (_, options, reason) => {
    const run = await runCheck(good, options);
    expect(run).toEqual({ status: 2, printed: "", complaints: [expect.stringContaining(reason)] });
  });

  it("standard input can be only one of the two", async () => {
    const run = await runCheck("-", { offer: "-" });
    expect(run).toEqual({ status: 2, printed: "", complaints: [expect.stringContaining("standard input")] });
  });

  it("an offer whose flaw is tolerated is usable", async () => {
    const lite = file("lite.sdp", offer.replace("t=0 0", "t=0 0\r\na=ice-lite:ice-lite"));
    expect((await runCheck(good, { offer: lite })).status).toBe(2);
    const run = await runCheck(good, { offer: lite, tolerate: ["S4"] });
    expect(run).toMatchObject({ status: 0, complaints: [] });
  });
});

describe("contract, check --tolerate", () => {
  const path = file("tolerable.sdp", withoutMux.replace("BUNDLE 0 1 2", "BUNDLE 0 1 2 1"));

  it("makes warnings of the rules it names", async () => {
    const errors = (lines: readonly string[]) => lines.filter((line) => line.startsWith("error"));
    expect(errors(await found(path))).toEqual(["error D3", "error D7"]);
    expect(errors(await found(path, { tolerate: ["D7"] }))).toEqual(["error D3"]);
    expect(await found(path, { tolerate: ["D7"] })).toContain("warning D7");
    expect((await runCheck(path, { tolerate: ["D7", "D3"] })).status).toBe(0);
  });

  it.each(["X1", "d7", "", "toString", "__proto__"])("an unknown id is unusable: %s", async (id) => {
    const run = await runCheck(path, { tolerate: ["D7", id] });
    expect(run).toEqual({ status: 2, printed: "", complaints: [expect.stringContaining(`no rule ${id}`)] });
  });
});

describe("contract, exit status 2: one line on standard error", () => {
  const oneLine = /^\P{Cc}+$/u;

  it.each([
    ["the file's name", "no\nsuch\u001b[31m", {}],
    ["the offer's name", file("fine.sdp", answer), { offer: "no\nsuch\u001b[31m" }],
    ["a rule's id", file("fine.sdp", answer), { tolerate: ["D7\n\u001b[31m"] }],
  ])("whatever stands in %s", async (_, path, options) => {
    const { status, complaints } = await runCheck(path, options);
    expect(status).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(oneLine)]);
  });
});
