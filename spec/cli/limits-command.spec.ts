// Over a limit: what was judged so far, one line that names the option, exit status 2. Nothing is read beyond it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { limitFrom, limitOptions, sizeText } from "../../src/cli/reading-limits.ts";
import { internalsDump, rtcstatsDump } from "../trace/dumps/dumps.ts";
import { bundle, runScript } from "./running/command-process.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const path = bundle();
const file = temporaryFolder();
const run = (...args: string[]) => runScript(path, args);

const close = ["close", "PC_0", null, 1];
const three = file("three", rtcstatsDump([close, ["close", "PC_1", null, 1], close]));
const nested = `${"[".repeat(50)}${"]".repeat(50)}`;
const deep = file("deep", rtcstatsDump([close, `["x","PC_0",${nested},1]`]));
const deepInside = file(
  "deep.json",
  internalsDump([
    ["close", ""],
    ["x", `{"a":${nested}}`],
  ]),
);

describe("replay over a limit", () => {
  it.each([
    ["--max-steps", "1", three, "over the limit of 1 steps", 1],
    ["--max-connections", "1", three, "over the limit of 1 peer connections", 1],
    ["--max-lines", "2", three, "over the limit of 2 lines", 1],
    ["--max-depth", "50", deep, "line 4 is nested more than 50 levels deep", 1],
    ["--max-depth", "50", deepInside, "an update is nested more than 50 levels deep", 1],
    ["--max-line", "30", file("long", rtcstatsDump([close, ["x", "y".repeat(30), 1]])), "line 4 is longer than 30", 1],
    ["--max-size", "50", three, "over 50 bytes", 1],
    ["--max-size", "64", file("three.gz", gzipSync(rtcstatsDump([close, close, close]))), "over 64 bytes", 2],
  ])("%s %s", async (option, value, dump, reason, calls) => {
    // Read in one piece, a small file is over its size before anything is judged.
    const judged = option === "--max-size" ? null : calls;
    const { status, out, err } = await run("replay", option, value, dump);
    expect(status).toBe(2);
    expect(err).toMatch(/^jsep-machine: .+\n$/);
    expect(err).toContain(reason);
    expect(err).toContain(`raise the limit with ${option}`);
    if (judged !== null) expect(out).toMatch(new RegExp(`\n${judged} call`));
    const json = await run("replay", "--json", option, value, dump);
    expect({ status: json.status, err: json.err }).toEqual({ status, err });
    if (judged === null) return;
    const { summary, incomplete } = JSON.parse(json.out);
    expect(summary.calls).toBe(judged);
    expect(err).toContain(incomplete);
  });

  it("the other files are judged all the same", async () => {
    const { status, out, err } = await run(
      "replay",
      "--json",
      "--max-steps",
      "1",
      three,
      file("one", rtcstatsDump([close])),
    );
    expect(status).toBe(2);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).incomplete),
    ).toEqual([expect.any(String), undefined]);
    expect(err.split("\n")).toHaveLength(2);
  });
});

/** Runs the command on an input without an end, and gives how much of it was read. */
async function fedWithoutEnd(args: readonly string[], head: Buffer, piece: Buffer) {
  const child = spawn(process.execPath, [path, ...args]);
  let written = 0;
  const feed = () => {
    while (child.stdin.writable) {
      written += piece.length;
      if (!child.stdin.write(piece)) return;
    }
  };
  child.stdin.on("error", () => {}).on("drain", feed);
  child.stdin.write(head);
  feed();
  const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status, out, err, written };
}

describe("an input without an end", () => {
  const megabyte = 1024 ** 2;
  const line = `${JSON.stringify(["getStats", "PC_0", "x".repeat(1000), 1])}\n`;
  const lines = Buffer.from(line.repeat(1000));

  it.each([
    ["zeros, replayed", ["replay", "-"], "", Buffer.alloc(megabyte), "neither"],
    ["zeros, checked", ["check", "--max-size", "4M", "-"], "", Buffer.alloc(megabyte), "over 4M: raise"],
    ["lines", ["replay", "--max-size", "4M", "-"], rtcstatsDump([close]), lines, "over 4M: raise"],
    ["one line", ["replay", "--max-line", "4M", "-"], rtcstatsDump([close]), Buffer.alloc(megabyte, "["), "is longer"],
    ["JSON", ["replay", "--max-size", "4M", "-"], '{"a":"', Buffer.alloc(megabyte, "x"), "over 4M: raise"],
    ["brackets", ["replay", "-"], '{"a":', Buffer.alloc(megabyte, "["), "nested more than 100 levels"],
  ])("%s", async (_, args, head, piece, reason) => {
    const { status, err, written } = await fedWithoutEnd(args, Buffer.from(head), piece);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(reason) });
    expect(written).toBeLessThan(32 * megabyte);
  });
});

describe("gzip that grows", () => {
  it.each([
    [
      "replay",
      [],
      Buffer.concat([
        Buffer.from(rtcstatsDump([close])),
        Buffer.alloc(64 * 1024 ** 2, `["getStats","PC_0","${"x".repeat(1000)}",1]\n`),
      ]),
      /^.*\n\n.*1 call/s,
    ],
    ["check", [], Buffer.alloc(64 * 1024 ** 2, "a=x\n"), /^$/],
  ])("%s stops while it inflates", async (command, args, content, printed) => {
    const { status, out, err } = await run(
      command,
      "--max-size",
      "8M",
      ...args,
      file(`${command}.gz`, gzipSync(content)),
    );
    expect(status).toBe(2);
    expect(err).toMatch(/: over 8M when decompressed: raise the limit with --max-size\n$/);
    expect(out).toMatch(printed);
  });
});

describe("an option that sets a limit", () => {
  it.each([
    ["0", null],
    ["-1", null],
    ["1e3", null],
    ["", null],
    ["1T", null],
    ["5", 5],
    ["2k", 2048],
    ["256M", 256 * 1024 ** 2],
    ["1G", 1024 ** 3],
    ["9999999999G", null],
  ])("as a size: %j is %j", (value, bytes) => {
    expect(limitFrom(value, limitOptions.maxSize)).toBe(bytes);
  });

  it("as a count, takes no unit", () => {
    expect(limitFrom("1K", limitOptions.maxSteps)).toBeNull();
    expect(limitFrom("1000", limitOptions.maxSteps)).toBe(1000);
  });

  it.each([
    [1, "1 bytes"],
    [1024, "1K"],
    [16 * 1024 ** 2, "16M"],
    [1500, "1500 bytes"],
  ])("%d is shown as %s", (bytes, shown) => {
    expect(sizeText(bytes)).toBe(shown);
  });

  it.each(["--max-size", "--max-steps", "--max-depth"])("%s is unusable as a word", async (option) => {
    const { status, out, err } = await run("replay", option, "many", three);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(new RegExp(`^jsep-machine: .*${option}.*\n$`));
  });
});
