// The tests that docs/testing-applications.md shows are those of examples/fake/. Where the runner is Vitest, they are tests
// of this file too; `npm run guides` runs all of them in projects of their own.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { moduleUrl } from "../../scripts/docs/snippets/modules.ts";

const root = new URL("../../", import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), "utf8");
const application = { "./call.js": moduleUrl(textOf("examples/fake/application/call.js")) };
const modules = Object.fromEntries(["jsep-machine/fake", "vitest"].map((name) => [name, urlOf(name)]));

function urlOf(name: string): string {
  return name === "vitest" ? import.meta.resolve(name) : new URL("src/entries/fake.ts", root).href;
}

const shown = [
  ...textOf("docs/testing-applications.md").matchAll(/^```\w+ no-run (examples\/fake\/\S+), .*\n([\s\S]*?)\n```$/gm),
].map(([, path = "", code = ""]) => ({ path, code }));

describe("docs/testing-applications.md shows", () => {
  it("a test for each runner", () => expect(new Set(shown.map(({ path }) => path.split("/")[2])).size).toBe(8));

  it.each(shown)("what stands in $path", ({ path, code }) => expect(textOf(path)).toContain(code));
});

for (const name of ["call", "glare", "failing"]) {
  const code = textOf(`examples/fake/vitest/${name}.test.js`);
  await import(moduleUrl(code, { ...modules, ...application }));
}
