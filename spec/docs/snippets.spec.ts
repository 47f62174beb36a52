// What the docs show is true: every block of code in a page that is written by hand runs, against src, and logs what its
// `// → ` comments say.
import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { bundledModules } from "../../scripts/docs/snippets/modules.ts";
import { snippetFailure } from "../../scripts/docs/snippets/run.ts";
import { type Snippet, snippetsOf } from "../../scripts/docs/snippets/snippets.ts";
import { snippetTypeErrors } from "../../scripts/docs/snippets/types.ts";
import { handWrittenPages } from "./running/pages.ts";

const { folder, modules } = bundledModules();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const snippets = handWrittenPages().flatMap(({ path, text }) => snippetsOf(path, text));

describe("the blocks of code in the docs", () => {
  // With one that is wrong, of which the check must complain.
  it("have the right types", () => {
    const wrong = snippet('import { createSession } from "jsep-machine";\ncreateSession({ profile: "none" });');
    expect(snippetTypeErrors([...snippets, wrong])).toEqual([expect.stringContaining("line 2 of the block")]);
  }, 60_000);

  for (const snippet of snippets) {
    const test = snippet.mode === "run" ? it.concurrent : it.skip;
    const reason = snippet.reason === "" ? "" : `: ${snippet.reason}`;
    test(`${snippet.where} ${snippet.mode === "run" ? "runs" : snippet.mode}${reason}`, async ({ expect }) => {
      expect(await snippetFailure(snippet, modules)).toBeNull();
    }, 30_000);
  }
});

describe("the check of the docs notices", () => {
  const cases: [what: string, code: string, complaint: RegExp | null][] = [
    [
      "nothing where all is well",
      'import { sdpTypes } from "jsep-machine";\nconsole.log(sdpTypes[0]); // → offer',
      null,
    ],
    ["nothing where several lines are right", "for (const n of [1, 2]) console.log(n);\n// → 1\n// → 2", null],
    [
      "nothing where a long object is right",
      `console.log({ long: "${"x".repeat(80)}", n: 1 });\n// → { long: '${"x".repeat(80)}', n: 1 }`,
      null,
    ],
    ["a block that throws", 'throw new Error("on purpose");', /on purpose/],
    ["a promise that is rejected", 'void Promise.reject(new Error("on purpose"));', /on purpose/],
    ["a value that is not the one logged", "console.log(1); // → 2", /expected:\n2\nlogged:\n1/],
    ["a value where nothing was logged", "const one = 1; // → 1", /logged:\n$/],
    ["a value that the block does not show", "console.log(1);", /expected:\n\nlogged:\n1/],
    ["a value that is not reached", "if (Date.now() < 0) console.log(1); // → 1", /logged:\n$/],
    ["a name that is not exported", 'import { nothing } from "jsep-machine";\nnothing();', /nothing/],
  ];
  it.concurrent.each(cases)(
    "%s",
    async (_what, code, complaint) => {
      const failure = await snippetFailure(snippet(code), modules);
      if (complaint === null) expect(failure).toBeNull();
      else expect(failure).toMatch(complaint);
    },
    30_000,
  );

  it("a block that is not checked and does not say why", () => {
    expect(() => snippetsOf("page.md", "```ts no-check\n```")).toThrow("say why");
  });
});

function snippet(code: string): Snippet {
  const [found] = snippetsOf("page.md", ["```ts", code, "```"].join("\n"));
  if (found === undefined) throw new Error("no block found");
  return found;
}
