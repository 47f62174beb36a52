// Every command that CONTRIBUTING.md names exists, and .ci/run runs it, in a short form where it takes long.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const root = new URL("../../", import.meta.url);
const scripts: Readonly<Record<string, string>> = packageJson.scripts;

// A command that can succeed only where the package is released, or with a file that is not here, or that rewrites pages, has a
// test of its own.
const testedAlone: Readonly<Record<string, string>> = {
  answers: "spec/docs/answers.spec.ts",
  "release-check": "spec/design/release-check.spec.ts",
  sarif: "spec/cli/check-sarif.spec.ts",
};

function commandsIn(file: string): readonly string[] {
  const text = readFileSync(new URL(file, root), "utf8");
  const found = [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)];
  return [...new Set(found.map(([, script, short]) => script ?? short ?? ""))];
}

/** What a command starts, without its options. */
function programOf(command: string): string | undefined {
  return scripts[command]
    ?.split(" ")
    .filter((word) => !word.startsWith("-"))
    .slice(0, 2)
    .join(" ");
}

const documented = commandsIn("CONTRIBUTING.md");
const programsInCi = commandsIn(".ci/run").map(programOf);

describe("design, commands", () => {
  it("there is something to look at", () => {
    expect(documented).toEqual(expect.arrayContaining(["test", "mutation", "bench:serve", "platforms"]));
    expect(commandsIn(".ci/run").length).toBeGreaterThan(10);
  });

  it.each(documented)("npm run %s exists", (command) => {
    expect(Object.keys(scripts)).toContain(command);
  });

  it.each(commandsIn(".ci/run"))("npm run %s, which .ci/run runs, exists", (command) => {
    expect(Object.keys(scripts)).toContain(command);
  });

  it.each(documented)("npm run %s cannot stop working unnoticed", (command) => {
    const spec = testedAlone[command];
    if (spec === undefined) expect(programsInCi).toContain(programOf(command));
    else expect(existsSync(new URL(spec, root))).toBe(true);
  });

  it("and CONTRIBUTING.md names every command of package.json but those that npm starts by itself", () => {
    const ofNpm = ["prepare", "pretest"];
    expect(Object.keys(scripts).filter((name) => !ofNpm.includes(name) && !documented.includes(name))).toEqual([]);
  });
});
