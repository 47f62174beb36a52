import { describe, expect, it } from "vitest";
import { alice, bundled } from "../../cases/sdp/given/descriptions.ts";
import { append, edits, lineNumber } from "../../cases/sdp/given/edits.ts";
import { quietOffer, warningCases } from "../../cases/sdp/warnings.ts";
import { sdpRules } from "../../src/entries/sdp.ts";
import { notWarned, warned, warningsIn } from "../expectations/findings.ts";

describe.each(warningCases.map((row) => [`${row.rule} (${row.source}): ${row.name}`, row] as const))("%s", (_, row) => {
  const { rule, base, context, edit, at, neighbour } = row;

  it("is warned of", () => {
    const text = edit(base);
    if (at === undefined) warned(text, context, { rule });
    else if (typeof at === "number") warned(text, context, { rule, mLineIndex: at });
    else warned(text, context, { rule, sdpLineNumber: lineNumber(text, at.line) });
  });
  it("is not warned of in the neighbour", () => notWarned(neighbour(base), context, rule));
});

it("RFC 3264 §8: W9 states what was found and what was expected", () => {
  const row = warningCases.find(({ rule }) => rule === "W9");
  if (row === undefined) throw new Error("no case of W9");
  const version = (text: string): string => /^o=\S+ \S+ (\d+)/m.exec(text)?.[1] ?? "";
  const before = version(row.context.session?.currentLocalDescription?.sdp ?? "");
  const text = row.edit(row.base);
  const message = warningsIn(text, row.context).find(({ rule }) => rule === "W9")?.message;
  expect(message).toBe(
    `the o= version is not one more than before: found ${version(text)}, expected ${Number(before) + 1}`,
  );
});

it("nothing is warned of in a plain offer", () => expect(warningsIn(quietOffer.text, quietOffer.context)).toEqual([]));

describe("RFC 8851 §6.2.2: a rid that is malformed or comes again is discarded", () => {
  it.each([
    ["no direction", "a=rid:x"],
    ["an unknown direction", "a=rid:x up"],
    ["no id", "a=rid: send"],
    ["an id that is no id", "a=rid:a/b send"],
  ])("%s: a warning at its line", (_, line) => {
    const text = append(1, line)(bundled(alice, "actpass"));
    warned(text, undefined, { rule: "W20", sdpLineNumber: lineNumber(text, line), mLineIndex: 1, mid: "1" });
  });

  it("the same id again: a warning at its line", () => {
    const text = append(1, "a=rid:x send", "a=rid:x recv")(bundled(alice, "actpass"));
    warned(text, undefined, { rule: "W20", sdpLineNumber: lineNumber(text, "a=rid:x recv") });
  });

  it("well-formed ones: no warning", () => {
    const rids = ["a=rid:x send", "a=rid:y recv pt=96", "a=rid:z send pt=96,97;max-width=1280;depend=x"];
    expect(warningsIn(edits(append(1, ...rids))(bundled(alice, "actpass")))).toEqual([]);
  });
});

const severityOf = (id: string) => sdpRules.find((rule) => rule.id === id)?.severity;

describe("a warning is plain about itself", () => {
  it("severity, no error name, a message, a reference", () => {
    for (const { edit, base, context } of warningCases) {
      for (const finding of warningsIn(edit(base), context)) {
        expect(finding).toMatchObject({ severity: severityOf(finding.rule), error: null });
        expect(finding.message).toMatch(/\S/);
        expect(finding.reference.url).toMatch(/^https:\/\//);
      }
    }
  });
});
