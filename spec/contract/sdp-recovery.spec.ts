// checkSdp goes on after an error of the syntax; the session refuses at the first.
import { describe, expect, it } from "vitest";
import { alice, balanced, bundled } from "../../cases/sdp/given/descriptions.ts";
import {
  append,
  type Edit,
  edits,
  inSection,
  insertAfter,
  removeLine,
  replaceLine,
} from "../../cases/sdp/given/edits.ts";
import { createSession, setRemoteDescription } from "../../src/entries/index.ts";
import { checkSdp } from "../../src/entries/sdp.ts";

const offer = balanced(alice, "actpass");
const errors = (text: string, tolerate: readonly string[] = []): string[] =>
  checkSdp(text, { type: "offer", side: "remote", tolerate })
    .filter(({ severity }) => severity === "error")
    .map(({ rule, sdpLineNumber }) => `${rule} ${sdpLineNumber}`);

describe("checkSdp lists all errors of the syntax", () => {
  const five = edits(
    replaceLine("t=0 0", "t=0"),
    append(-1, "a=ice-options:a", "a=ice-options:b"),
    inSection(0, replaceLine("a=ice-pwd:*", "a=ice-pwd:short")),
    inSection(1, insertAfter("a=mid:1", "")),
    inSection(2, removeLine("c=*")),
  )(offer);

  it("in the order of the lines, each with its place", () => {
    const findings = checkSdp(five);
    expect(findings.map(({ rule }) => rule)).toEqual(["S3", "S5", "S4", "S1", "S6"]);
    const lines = findings.map(({ sdpLineNumber }) => sdpLineNumber ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(new Set(lines).size).toBe(5);
  });

  it("the session refuses at the first", () => {
    const outcome = setRemoteDescription(createSession(), { type: "offer", sdp: five });
    expect(outcome).toMatchObject({ kind: "rejected", rejection: { rule: "S3", sdpLineNumber: 4 } });
  });

  it.each<[string, Edit, string[]]>([
    [
      "a missing line is reported once, wherever it comes late",
      edits(removeLine("t=0 0"), append(-1, "t=0 0")),
      ["S2 4"],
    ],
    ["two missing lines are one error", edits(removeLine("o=*"), removeLine("s=-")), ["S2 2"]],
    ["an m= line without a port still opens its section", inSection(1, replaceLine("m=*", "m=video")), ["S3 23"]],
    ["of two descriptions, the second is not read", (text) => text + text, ["S2 52"]],
    ["a malformed c= is a c= all the same", inSection(1, replaceLine("c=*", "c=IN")), ["S3 24"]],
    ["what may be meant as c= is taken for it", inSection(1, replaceLine("c=*", "C=IN IP4 0.0.0.0")), ["S1 24"]],
    ["a CR at the end of the text", (text) => text.replace(/\n$/, ""), ["S1 51"]],
    ["a line that may be the missing one", replaceLine("t=0 0", "t 0 0"), ["S1 4"]],
  ])("%s", (_, edit, expected) => expect(errors(edit(offer))).toEqual(expected));
});

describe("a rule on the content is judged unless it rests on something in doubt", () => {
  const noMux = inSection(1, removeLine("a=rtcp-mux"));
  const muxOnly = inSection(1, replaceLine("a=rtcp-mux", "a=rtcp-mux-only"));

  it.each<[string, Edit, string[]]>([
    ["a short password is no missing password", inSection(0, replaceLine("a=ice-pwd:*", "a=ice-pwd:short")), ["S4"]],
    ["a malformed setup is no missing setup", inSection(0, replaceLine("a=setup:*", "a=setup:both")), ["S4"]],
    ["a malformed mid leaves the group unjudged", inSection(1, replaceLine("a=mid:1", "a=mid:1 1")), ["S4"]],
    ["a flag with a space behind it", inSection(1, replaceLine("a=rtcp-mux", "a=rtcp-mux ")), ["S3"]],
    ["a line that could be anything", edits(muxOnly, inSection(0, replaceLine("a=ice-pwd:*", "ice pwd"))), ["S1"]],
    [
      "another rule is judged",
      edits(muxOnly, inSection(0, replaceLine("a=ice-pwd:*", "a=ice-pwd:short"))),
      ["S4", "D8"],
    ],
    ["an empty line leaves nothing in doubt", edits(muxOnly, inSection(0, insertAfter("a=mid:0", ""))), ["S1", "D8"]],
    ["nor does a session's bad line", edits(muxOnly, replaceLine("t=0 0", "t=0")), ["S3", "D8"]],
    ["nor the order in a section", edits(muxOnly, append(1, "b=AS:1")), ["S7", "D8"]],
  ])("%s", (_, edit, expected) => {
    const rules = checkSdp(edit(offer))
      .filter(({ severity }) => severity === "error")
      .map(({ rule }) => rule);
    expect(rules).toEqual(expected);
  });

  it("a tolerated malformed attribute is ignored, not in doubt", () => {
    const text = inSection(0, replaceLine("a=ice-pwd:*", "a=ice-pwd:short"))(offer);
    expect(errors(text)).toEqual(["S4 18"]);
    expect(errors(text, ["S4"]).map((line) => line.split(" ")[0])).toEqual(["D5"]);
  });

  it("the section of a warning has its mid", () => {
    const text = edits(noMux, append(0, "a=ice-pwd:x"), append(2, "a=sendrecvv"))(bundled(alice, "actpass"));
    expect(checkSdp(text)).toContainEqual(expect.objectContaining({ rule: "W30", mLineIndex: 2, mid: "2" }));
  });
});

describe("the first error is the one that the session refuses", () => {
  const first = (text: string) => [
    checkSdp(text).find(({ severity }) => severity === "error")?.rule,
    setRemoteDescription(createSession(), { type: "offer", sdp: text }),
  ];
  it.each<[string, Edit]>([
    ["no c= in a section where another description begins", (text) => inSection(2, removeLine("c=*"))(text) + text],
    [
      "no c= in a section with too many errors",
      (text) => `${inSection(2, removeLine("c=*"))(text)}${"a=\r\n".repeat(300)}`,
    ],
    ["no c= in a section whose lines are wrong", edits(inSection(2, removeLine("c=*")), append(2, "a=mid:( (", "b=1"))],
  ])("%s", (_, edit) => {
    const [rule, outcome] = first(edit(offer));
    expect(rule).toBe("S6");
    expect(outcome).toMatchObject({ kind: "rejected", rejection: { rule: "S6" } });
  });
});

describe("what is listed has a bound", () => {
  const many = (line: string, count: number) => `${offer}${`${line}\r\n`.repeat(count)}`;

  it("100 errors are all listed", () => expect(checkSdp(many("a=", 100))).toHaveLength(100));

  it("after 100 errors one more says that reading ended", () => {
    const findings = checkSdp(many("a=", 5000));
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.message).toContain("what follows was not read, after 100 errors");
    expect(findings.at(-1)?.sdpLineNumber).toBe((findings.at(-2)?.sdpLineNumber ?? 0) + 1);
  });

  it("after 100 warnings one more says how many are not listed, and errors still are", () => {
    const findings = checkSdp(`${many("a=sendrecvv", 5000)}a=\r\n`);
    const warnings = findings.filter(({ severity }) => severity === "warning");
    expect(warnings).toHaveLength(101);
    expect(warnings.at(-1)?.message).toMatch(/; not listed: 4899 more$/);
    expect(findings[0]).toMatchObject({ rule: "S3", severity: "error" });
  });
});
