// docs/answers/: each page shows what its program in examples/answers/ prints, and README.md there lists them all.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { answers, type ProgramRun, programNames, runPrograms } from "../../scripts/docs/answers/answers.ts";

const root = new URL("../../", import.meta.url);
const pages = answers();

describe("the answers", () => {
  let runs: readonly ProgramRun[] = [];

  beforeAll(async () => {
    runs = await runPrograms(programNames());
  }, 240_000);

  it("are pages, each with a program of the same name", () => {
    expect(pages.map(({ name }) => name)).toEqual(programNames());
    expect(pages.length).toBeGreaterThanOrEqual(8);
  });

  it("are listed in README.md of their folder", () => {
    const list = readFileSync(new URL("docs/answers/README.md", root), "utf8");
    const rows = [...list.matchAll(/^\| \[.*\]\(([\w-]+)\.md\)/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(programNames());
  });

  it.each(pages)("$name begins with a question, where it was asked, and an answer to quote", ({ page }) => {
    expect(page).toMatch(/^# .*\?\n\nAsked (?:as|in) \[[\s\S]*?\n\n\*\*[A-Z`][^*]*\.\*\*/);
  });

  it.each(pages)("$name: the program imports this package only, and prints what the page shows", ({ name, shown }) => {
    const program = readFileSync(new URL(`examples/answers/${name}.mjs`, root), "utf8");
    const imported = [...program.matchAll(/\bfrom "([^"]+)"/g)].map(([, from = ""]) => from);
    expect(imported.filter((from) => !/^jsep-machine(?:\/\w+)?$/.test(from))).toEqual([]);
    expect(runs.find((run) => run.name === name)?.output).toBe(shown);
  });
});
