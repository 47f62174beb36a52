// The glue of docs/connection.md, and that of the example that a stack's author copies from, are one text.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { snippetWith } from "./running/snippet-module.ts";

describe("examples/werift/glue.ts", () => {
  it("is what docs/connection.md shows, but for its first line", () => {
    const example = readFileSync(new URL("../../examples/werift/glue.ts", import.meta.url), "utf8");
    const { code } = snippetWith("docs/connection.md", "export function connect(");
    expect(withoutFirstLine(code)).toBe(withoutFirstLine(example));
  });
});

function withoutFirstLine(text: string): string {
  return text.trim().split("\n").slice(1).join("\n");
}
