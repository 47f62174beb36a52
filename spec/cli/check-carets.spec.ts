// `check`: the caret stands below the column, whatever stands before it.
import { describe, expect, it } from "vitest";
import { alice, balanced } from "../../cases/sdp/given/descriptions.ts";
import { append, edits, inSection, insertAfter, removeLine, replaceLine } from "../../cases/sdp/given/edits.ts";
import { sourceLine } from "../../src/cli/check/source-line.ts";
import { jsonCheck, runCheck } from "./running/checking.ts";
import { fakeTerminal } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
const { style } = fakeTerminal().terminal;
const caretOf = (line: string, column: number): string[] =>
  sourceLine(line, 7, column, style).map((shown) => shown.slice(9));

describe("the caret", () => {
  it.each<[string, string, number, string, string]>([
    ["at the first column", "t=0", 1, "t=0", "^"],
    ["at the end", "t=0", 4, "t=0", "   ^"],
    ["behind a tab", "a=\tx!", 5, "a=\\u{9}x!", "        ^"],
    ["behind wide characters", "s=梨子!", 5, "s=梨子!", "      ^"],
    ["behind an emoji", "s=😀!", 5, "s=😀!", "    ^"],
    ["behind a combining mark", "s=e\u0301!", 5, "s=e\u0301!", "   ^"],
  ])("%s", (_, line, column, shown, caret) => expect(caretOf(line, column)).toEqual([shown, caret]));

  it("of a long line shows the part around it", () => {
    const [shown = "", caret = ""] = caretOf(`${"x".repeat(5000)}!${"y".repeat(5000)}`, 5001);
    expect(shown).toMatch(/^…x+!y+…$/);
    expect(shown.length).toBeLessThan(110);
    expect(shown[caret.indexOf("^")]).toBe("!");
  });
});

describe("five mistakes are five findings, each with its caret", () => {
  const text = edits(
    replaceLine("t=0 0", "t=0"),
    inSection(0, replaceLine("a=ice-pwd:*", "a=ice-pwd:short")),
    inSection(0, replaceLine("a=setup:*", "a=setup:both")),
    inSection(1, insertAfter("a=mid:1", "")),
    inSection(2, removeLine("c=*")),
    append(2, "a=sctp-port:many"),
  )(balanced(alice, "actpass"));

  it("as text", async () => {
    const { printed, status } = await runCheck(file("five.sdp", text));
    expect(status).toBe(1);
    const shown = [
      ...printed.matchAll(/^\S+five\.sdp:(\d+):(\d+): error (S\d) \(RTCError\): .*\n( +\d+ \| )(.*)\n {7}\| ( *)\^$/gm),
    ];
    expect(shown.map(([, , , rule]) => rule)).toEqual(["S3", "S4", "S4", "S1", "S6", "S4"]);
    for (const [, line, column, , gutter = "", source, indent = ""] of shown) {
      expect(gutter).toBe(`${line?.padStart(6)} | `);
      expect(source).toBe(text.split("\r\n")[Number(line) - 1]);
      expect(indent.length + 1).toBe(Number(column));
    }
  });

  it("as JSON", async () => {
    const { findings } = await jsonCheck(file("five.sdp", text));
    expect(findings.map(({ sdpColumn }) => sdpColumn)).toEqual([4, 16, 9, 1, null, 13]);
  });
});

describe("notes", () => {
  it("are listed with --notes alone", async () => {
    const path = file("notes.sdp", balanced(alice, "actpass").replace(/a=tls-id:.*\r\n/g, ""));
    const [without, withNotes] = [await jsonCheck(path), await jsonCheck(path, { notes: true })];
    expect(without.findings.filter(({ severity }) => severity === "note")).toEqual([]);
    expect(withNotes.findings.filter(({ severity }) => severity !== "note")).toEqual(without.findings);
  });
});
