// Whatever strangers pass, no control character and no change of direction reaches a terminal, a JSON line or an answer.
import { Writable } from "node:stream";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { answer } from "../../src/cli/serve/answer.ts";
import { createClient } from "../../src/cli/serve/client.ts";
import { defaultLimits } from "../../src/cli/serve/limits.ts";
import { printAll, terminalOn } from "../../src/cli/terminal.ts";
import { success } from "../../src/result.ts";
import { rtcstatsDump } from "../trace/dumps/dumps.ts";
import { jsonCheck, runCheck } from "./running/checking.ts";
import { bundle, runScript } from "./running/command-process.ts";
import { jsonReport, runReplay } from "./running/replaying.ts";
import { client } from "./running/serving.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const path = bundle();
const file = temporaryFolder();
const hostile = "\u001b[31m\u0007\u009b2J\u202e\u2066\u200f\u2028\u2029\u061c\ufeff\u{e0041}";
const steering = /[^\P{Cc}\n]|\p{Cf}|\u2028|\u2029/u;

describe("the command as a process", () => {
  it.each([
    ["a command", [hostile]],
    ["an option", ["replay", `--${hostile}`]],
    ["a profile", ["replay", "--profile", hostile, "x"]],
    ["a state", ["explain", hostile, "local", "offer"]],
    ["a limit", ["replay", "--max-size", hostile, "x"]],
    ["a file that is missing", ["replay", hostile]],
    ["a file whose name is too long", ["replay", `${hostile}${"x".repeat(5000)}`]],
    ["a file in what is no folder", ["check", `${file("plain", "")}/${hostile}`]],
    ["a rule", ["check", "x", "--tolerate", hostile]],
    ["a name that is no file", ["replay", `a${hostile}\u0000b`]],
  ])("%s", async (_, args) => {
    const sendable = args.map((argument) => argument.replaceAll("\u0000", "\n"));
    const { status, out, err } = await runScript(path, sendable);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^jsep-machine: .+\n$/);
    expect(err).not.toMatch(steering);
  });
});

describe("JSON", () => {
  const dump = rtcstatsDump([
    ["setRemoteDescription", hostile, { type: hostile, sdp: hostile }, 1],
    ["setRemoteDescriptionOnFailure", hostile, `no ${hostile}`, 1],
  ]);

  it("of replay holds the same, escaped", async () => {
    const name = file(`a${hostile}b`, dump);
    const { printed } = await runReplay([name], { json: true });
    expect(printed).not.toMatch(steering);
    const { file: shown, connections } = await jsonReport(name);
    expect(shown).toBe(name);
    expect(connections[0]?.id).toBe(hostile);
    expect(connections[0]?.steps[0]?.observed.message).toBe(`no ${hostile}`);
  });

  it("of check holds the same, escaped", async () => {
    const name = file(`c${hostile}d`, `v=0\r\na=mid:${hostile}\r\n`);
    const { printed } = await runCheck(name, { format: "json" });
    expect(printed).not.toMatch(steering);
    expect((await jsonCheck(name)).file).toBe(name);
  });

  it("of serve holds the same, escaped", () => {
    const request = JSON.stringify({ id: hostile, op: "create", session: hostile, options: { sdp: "opaque" } });
    expect(answer(createClient(defaultLimits), success(request))).not.toMatch(steering);
    const ask = client();
    expect(ask(request)).toEqual({ id: hostile, ok: true });
    const description = { type: "offer", sdp: hostile };
    const call = { id: 1, op: "setRemoteDescription", session: hostile, description };
    expect(ask(call)).toHaveProperty("outcome.session.pendingRemoteDescription.sdp", hostile);
  });

  it.each([
    ["nested too deep", `${"[".repeat(100)}${"]".repeat(100)}`, "the line is nested more than 100 levels deep"],
    ["of very many values", `[${"0,".repeat(10_000)}0]`, "the line holds more than 10000 values"],
  ])("of serve refuses a request %s", (_, value, fault) => {
    expect(client()(`{"id":1,"op":"next","state":${value}}`)).toEqual({ id: null, fault });
    expect(client()({ id: 1, op: "next", state: value })).toEqual({ id: 1, state: null });
  });
});

describe("a terminal", () => {
  function terminal(withColours: boolean) {
    let [out, err] = ["", ""];
    const to = (add: (text: string) => void) =>
      new Writable({ decodeStrings: false, write: (text, _encoding, done) => done(void add(text)) });
    const output = to((text) => (out += text));
    const errors = to((text) => (err += text));
    const style = picocolors.createColors(withColours);
    return { ...terminalOn(output, errors, style), written: () => ({ out, err }) };
  }

  it("passes on line ends and what is visible", async () => {
    const { print, complain, written } = terminal(false);
    await print(`a\n→ ü 漢 😀${hostile}\u001b[1mx`);
    complain(`a\nb${hostile}`);
    expect(written().out).toMatch(/^a\n→ ü 漢 😀\\u\{1b\}\[31m\\u\{7\}\\u\{9b\}2J.*\\u\{1b\}\[1mx$/);
    expect(written().out).not.toMatch(steering);
    expect(written().err).toMatch(/^jsep-machine: a\\u\{a\}b.*\n$/);
    expect(written().err).not.toMatch(steering);
  });

  it("passes on its own colours, and no other sequence", async () => {
    const { print, style, written } = terminal(true);
    await print(`${style.red("a")}\u001b[2J`);
    expect(written().out).toBe(`${style.red("a")}\\u{1b}[2J`);
  });

  it("is written to in pieces, however long the text", async () => {
    const lengths: number[] = [];
    const print = (text: string) => void lengths.push(text.length);
    function* pieces() {
      for (let piece = 0; piece < 3000; piece++) yield "x".repeat(100);
    }
    await printAll(pieces(), {
      style: picocolors.createColors(false),
      columns: 80,
      print,
      complain: expect.unreachable,
    });
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(300_000);
    expect(Math.max(...lengths)).toBeLessThan(100_000);
  });
});
