// docs/dependencies.md names every dependency and no other, and each is used.
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../../", import.meta.url));

const { dependencies, peerDependencies, devDependencies } = packageJson;
const names = Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies });

const page = readFileSync(`${root}docs/dependencies.md`, "utf8");
const rows = [...page.matchAll(/^\| (?!package |---)([^|]+) \|/gm)].flatMap(([, cell = ""]) => cell.split(", "));

const code = globSync("{src,scripts,bench,spec,property-tests}/**/*.{ts,tsx,mts,mjs}", { cwd: root });
const sources = [...code, "tsup.config.ts", "vitest.config.ts", "tsconfig.node.json"].map((path) =>
  readFileSync(root + path, "utf8"),
);
const scripts = Object.values(packageJson.scripts).join("\n");

// What package.json's scripts call by another name than the package's.
const commands: Readonly<Record<string, string>> = { "@biomejs/biome": "biome", "@arethetypeswrong/cli": "attw" };

function isUsed(name: string): boolean {
  if (scripts.split(/\s/).includes(commands[name] ?? name)) return true;
  // Imported; named by its path or in a list; or, types of its own, by the compiler's configuration.
  const mentions = [`"${name}`, `node_modules/${name}/`, `"${name.replace("@types/", "")}"`];
  return sources.some((source) => mentions.some((mention) => source.includes(mention)));
}

describe("design, dependencies", () => {
  it("are named in docs/dependencies.md, which names no other", () => {
    expect([...new Set(rows)].sort()).toEqual([...names].sort());
  });

  it.each(names)("%s is used", (name) => {
    expect(isUsed(name)).toBe(true);
  });

  it("what is not used is noticed", () => {
    expect(isUsed(["no", "such", "package"].join("-"))).toBe(false);
  });

  it("versions of tools are pinned", () => {
    for (const version of Object.values(devDependencies)) expect(version).toMatch(/^(npm:\w+@)?\d+\.\d+\.\d+$/);
  });
});
