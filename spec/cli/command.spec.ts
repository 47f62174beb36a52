// The command's arguments, its exit status, and what goes to which stream.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { capturePath, captureText } from "./running/capture-files.ts";
import { captures } from "./running/capture-verdicts.ts";
import { bundledCommand } from "./running/command-process.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const run = bundledCommand();
const file = temporaryFolder();
const good = capturePath("basic-call", "internals.json.gz");
const bad = capturePath("double-answer", "rtcstats.gz");
const plain = file("plain.json", captureText("basic-call", "internals.json.gz"));
const gzip = gzipSync(captureText("basic-call", "internals.json.gz"));

describe("exit status 2: one line on standard error, nothing on standard output", () => {
  it.concurrent.each([
    ["no command", [], "no command"],
    ["an unknown command", ["reply", good], "reply"],
    ["no file", ["replay"], "file"],
    ["an unknown option", ["replay", "--jsn", good], "--jsn"],
    ["an unknown profile", ["replay", "--profile", "w3c", good], "w3c"],
    ["a profile that only Object.prototype knows", ["replay", "--profile", "constructor", good], "constructor"],
    ["no name after --profile", ["replay", good, "--profile"], "--profile"],
    ["explain without arguments", ["explain"], "state"],
    ["explain with too few", ["explain", "stable", "local"], "type"],
    ["explain with too many", ["explain", "stable", "local", "offer", "now"], "too many"],
    ["an unknown state", ["explain", "have-offer", "local", "offer"], "have-offer"],
    ["an unknown side", ["explain", "stable", "left", "offer"], "left"],
    ["an unknown type", ["explain", "stable", "local", "Offer"], "Offer"],
    ["explain with an unknown profile", ["explain", "stable", "local", "offer", "--profile", "x"], "webrtc-pc"],
    ["a file that is missing", ["replay", "no-such-file.json"], "no-such-file.json: no such file"],
    ["a folder without dumps", ["replay", fileURLToPath(new URL("./running", import.meta.url))], "no dump is in it"],
    ["an empty file", ["replay", file("empty", "")], "neither"],
    ["gzip that is cut off in its header", ["replay", file("header.gz", gzip.subarray(0, 5))], "cut off"],
    [
      "gzip that is damaged from the start",
      [
        "replay",
        file(
          "d.gz",
          gzip.map((byte, at) => (at > 9 ? ~byte : byte)),
        ),
      ],
      "gzip",
    ],
    ["gzip of something else", ["replay", file("other.gz", gzipSync("hello"))], "neither"],
    ["a picture", ["replay", file("x.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))], "neither"],
    ["a line break in a file's name", ["replay", "no\nsuch"], "no such file"],
  ])("%s", async (_, args, reason) => {
    const { status, out, err } = await run(args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^jsep-machine: .+\n$/);
    expect(err).toContain(reason);
  });
});

describe("exit status 0 and 1: nothing on standard error", () => {
  it.concurrent.each(captures)("replay of $name", async ({ name, status }) => {
    for (const args of [["replay"], ["replay", "--json"]]) {
      const ended = await run([...args, capturePath(name, "internals.json.gz")]);
      expect({ status: ended.status, err: ended.err }).toEqual({ status, err: "" });
    }
  });

  it.concurrent.each([
    [["--help"], 0, /replay.*explain.*Exit status/s],
    [["replay", "--help"], 0, /--json.*--profile/s],
    [["explain", "--help"], 0, /have-local-pranswer/],
    [["--version"], 0, /^\d+\.\d+\.\d+\n$/],
    [["explain", "have-local-offer", "remote", "offer"], 0, /legal\n.*implicit rollback/],
    [["explain", "have-local-offer", "remote", "offer", "--profile", "rfc9429"], 1, /refused\n.*InvalidStateError/],
    [["explain", "have-local-pranswer", "local", "rollback"], 1, /refused/],
    [["explain", "--profile", "rfc9429", "have-local-pranswer", "local", "rollback"], 0, /legal/],
    [["replay", "--profile", "legacy", capturePath("munged-and-invalid-sdp", "rtcstats.gz")], 1, / 0 divergences/],
    [["replay", "--profile=rfc9429", capturePath("glare-implicit-rollback", "rtcstats.gz")], 1, / 2 divergences/],
  ])("%j", async (args, status, said) => {
    const ended = await run(args);
    expect({ status: ended.status, err: ended.err }).toEqual({ status, err: "" });
    expect(ended.out).toMatch(said);
  });
});

describe("several files", () => {
  it("the worst decides the status, and the others are judged all the same", async () => {
    const { status, out, err } = await run(["replay", good, "no-such-file", bad, "--json"]);
    expect(status).toBe(2);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).file),
    ).toEqual([good, bad]);
    expect(err).toBe("jsep-machine: no-such-file: no such file\n");
  });

  it("one illegal call in any of them is found", async () => {
    expect((await run(["replay", bad, good])).status).toBe(1);
    expect((await run(["replay", good, good])).status).toBe(0);
  });
});

describe("standard input and output", () => {
  it.each([
    ["webrtc-internals, gzip", good],
    ["webrtc-internals, plain", plain],
    ["rtcstats, gzip", bad],
  ])("- is standard input: %s", async (_, input) => {
    const { status, out } = await run(["replay", "--json", "-"], { input });
    const fromFile = await run(["replay", "--json", input]);
    expect(status).toBe(fromFile.status);
    expect(JSON.parse(out)).toEqual({ ...JSON.parse(fromFile.out), file: "-" });
  });

  it("an empty standard input is named", async () => {
    const { status, err } = await run(["replay", "-"]);
    expect(status).toBe(2);
    expect(err).toMatch(/^jsep-machine: standard input: neither .*\n$/);
  });

  it("a closed pipe ends it quietly", async () => {
    const many = Array.from({ length: 400 }, () => capturePath("renegotiate-and-ice-restart", "rtcstats.gz"));
    const { err, out } = await run(["replay", "--json", ...many], { hangUp: true });
    expect(err).toBe("");
    expect(out.split("\n").length).toBeLessThan(400);
  });

  it.each([
    [{ COLORTERM: "truecolor" }, false],
    [{ FORCE_COLOR: "1" }, true],
    [{ FORCE_COLOR: "0" }, false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ])(
    "where standard output is no terminal, colour comes only of FORCE_COLOR, which NO_COLOR overrides: %j",
    async (env, isColoured) => {
      const { out } = await run(["replay", bad], { env });
      expect(out).toContain("ILLEGAL CALL");
      expect(out.includes("\u001b[31mILLEGAL CALL\u001b[39m")).toBe(isColoured);
      expect(out.includes("\u001b")).toBe(isColoured);
    },
  );

  it.each([
    ["a command", ["repaly", bad], "Did you mean replay?"],
    ["an option", ["replay", "--jsno", bad], "Did you mean --json?"],
  ])("%s that is mistyped is suggested, in the same line", async (_, args, suggestion) => {
    const { status, err } = await run(args);
    expect(status).toBe(2);
    expect(err).toMatch(/^jsep-machine: .+\n$/);
    expect(err).toContain(suggestion);
  });
});
