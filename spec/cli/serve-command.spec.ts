// `serve` as a process with a client.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { bundle, type Ended } from "./running/command-process.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const path = bundle();
const file = temporaryFolder();

function start(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [path, "serve", ...args]);
}

/** Ends the input, and gives what the process writes from then on and how it ends. */
async function ended(child: ChildProcessWithoutNullStreams, last = ""): Promise<Ended> {
  child.stdin.on("error", () => {}).end(last);
  const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status, out, err };
}

const create = (session: string) =>
  `{"id":"${session}","op":"create","session":"${session}","options":{"sdp":"opaque"}}\n`;

describe.concurrent("serve as a process", () => {
  it("answers each request as it comes, and the last one without its end", async () => {
    const child = start();
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (let id = 0; id < 20; id++) {
      child.stdin.write(`{"id":${id},"op":"hello"}\n`);
      const { value = "" } = await answers.next();
      expect(JSON.parse(value)).toHaveProperty("id", id);
    }
    child.stdin.end('{"id":"last","op":"next"}');
    expect((await answers.next()).value).toBe('{"id":"last","state":null}');
    expect((await answers.next()).done).toBe(true);
    expect(child.exitCode ?? (await once(child, "exit"))[0]).toBe(0);
  });

  it("ends with its input, having said nothing", async () => {
    expect(await ended(start())).toEqual({ status: 0, out: "", err: "" });
  });

  it("junk ends nothing", async () => {
    const { status, out, err } = await ended(start(), `\u0000\n${create("a")}{{{\n${create("b")}`);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out.split("\n").map((line) => line.slice(0, 12))).toEqual([
      '{"id":null,"',
      '{"id":"a","o',
      '{"id":null,"',
      '{"id":"b","o',
      "",
    ]);
  });

  it("reads no further while its answers are not taken", async () => {
    const child = start();
    const count = 30_000;
    const description = { type: "offer", sdp: "x".repeat(1_000_000) };
    child.stdin.write(create("a"));
    child.stdin.write(`${JSON.stringify({ op: "setRemoteDescription", session: "a", description })}\n`);
    child.stdin.write('{"id":1234567,"op":"next"}\n'.repeat(count));
    let left = -1;
    // Until it stands still.
    while (left !== child.stdin.writableLength) {
      left = child.stdin.writableLength;
      await wait(150);
    }
    expect(left).toBeGreaterThan(100_000);
    const { status, out } = await ended(child);
    expect(status).toBe(0);
    expect(out.split('{"id":1234567,"state":null}\n')).toHaveLength(count + 1);
  });

  it("a closed pipe ends it quietly", async () => {
    const child = start();
    child.stdin.write('{"op":"hello"}\n');
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.stdin.on("error", () => {}).write('{"op":"hello"}\n'.repeat(100));
    // The input stays open: it is the output that ends it.
    const [err, [status]] = await Promise.all([text(child.stderr), once(child, "close")]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it.each([
    [["--max-sessions", "1"], "over the limit of 1 sessions"],
    [["--max-line", "70"], "the line is longer than 70 bytes"],
    [["--max-text", "100"], "over the limit of 100 characters in all sessions"],
  ])("limits: %j", async (args, fault) => {
    const child = start(...args);
    const { out } = await ended(child, create("a") + create("b".repeat(args[0] === "--max-line" ? 20 : 1)));
    const [first, second] = out.split("\n");
    expect(JSON.parse(first ?? "")).toEqual({ id: "a", ok: true });
    expect(JSON.parse(second ?? "")).toHaveProperty("fault", fault);
  });

  it.each([
    ["--max-sessions", "0"],
    ["--max-sessions", "-1"],
    ["--max-line", "1e3"],
    ["--max-line", "16777217"],
    ["--max-text", "lots"],
    ["--max-text", ""],
    ["--limit", "1"],
    ["file.jsonl"],
  ])("unusable arguments: %s %s", async (...args) => {
    const { status, out, err } = await ended(start(...args));
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^jsep-machine: .+\n$/);
  });

  it("an input that cannot be read is said", async () => {
    const writeOnly = openSync(file("input", ""), "w");
    const child = spawn(process.execPath, [path, "serve"], { stdio: [writeOnly, "ignore", "pipe"] });
    closeSync(writeOnly);
    const { stderr } = child as typeof child & { readonly stderr: Readable };
    const [err, [status]] = await Promise.all([text(stderr), once(child, "close")]);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(/^jsep-machine: standard input: .+\n$/) });
  });
});
