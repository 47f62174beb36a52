import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../src/", import.meta.url));

/** Every source file, by its path below src/, with the specifiers that it imports or exports from. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => [path.replaceAll("\\", "/"), specifiersOf(readFileSync(join(root, path), "utf8"))]),
);

function specifiersOf(source: string): readonly string[] {
  const code = withoutComments(source);
  const statements = /^\s*(?:import|export)\b[^;"']*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']/gm;
  const dynamic = /\b(?:import|require)\s*\(\s*["'`]([^"'`]+)["'`]/g;
  return [...code.matchAll(statements), ...code.matchAll(dynamic)].map(([, from, bare]) => from ?? bare ?? "");
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

function sourceOf(path: string): string {
  return withoutComments(readFileSync(join(root, path), "utf8"));
}

/** The files that a file imports, by their paths below src/. */
function filesImportedBy(path: string): readonly string[] {
  const relative = (imports.get(path) ?? []).filter((specifier) => specifier.startsWith("."));
  return relative.map((specifier) => normalize(join(dirname(path), specifier)).replaceAll("\\", "/"));
}

/** A file and all that it imports, however indirectly. */
function reachedFrom(entry: string): readonly string[] {
  const reached = new Set([entry]);
  for (const path of reached) for (const imported of filesImportedBy(path)) reached.add(imported);
  return [...reached];
}

function packagesImportedBy(path: string): readonly string[] {
  return (imports.get(path) ?? []).filter((specifier) => !specifier.startsWith("."));
}

/** The layer of a file: its folder, or its own name where it lies at the top; package.json lies above src/. */
function layerOf(path: string): string {
  return path.replace("../", "").split("/")[0] ?? path;
}

// What each layer may import, besides itself.
const below: Readonly<Record<string, readonly string[]>> = {
  signaling: [],
  "specifications.ts": [],
  sdp: ["signaling", "specifications.ts"],
  session: ["signaling", "specifications.ts", "sdp"],
  "index.ts": ["signaling", "specifications.ts", "session"],
  "machine.ts": ["signaling", "session"],
  "sdp.ts": ["sdp"],
  oracle: ["signaling", "specifications.ts", "sdp", "session"],
  "oracle.ts": ["oracle"],
  trace: ["signaling", "specifications.ts", "sdp", "session", "oracle"],
  testing: ["signaling", "specifications.ts", "sdp", "session", "oracle", "trace", "machine.ts"],
  "testing.ts": ["testing"],
  cli: ["signaling", "specifications.ts", "sdp.ts", "session", "oracle", "trace", "package.json"],
  "cli.ts": ["cli"],
};

const files = [...imports.keys()];

describe("design, layers: imports only downwards", () => {
  it("there is something to look at", () => {
    expect(files).toEqual(expect.arrayContaining(["index.ts", "machine.ts", "specifications.ts"]));
    expect(filesImportedBy("machine.ts")).toEqual(expect.arrayContaining(["session/index.ts", "signaling/index.ts"]));
    expect(packagesImportedBy("machine.ts")).toEqual(["xstate"]);
  });

  it("every form of import is seen", () => {
    const forms = [
      'import { a } from "./a.ts";',
      "import type { b } from './b.ts';",
      'import {\n  c,\n  type d,\n} from "./c.ts";',
      'export * from "./d.ts";',
      'export { e } from "./e.ts";',
      'import f, * as g from "f";',
      'import "./h.ts";',
      'const i = await import("node:i");',
      'const j = require("j");',
      '// import { no } from "./no.ts";',
      '/* import { no } from "./no.ts"; */',
    ];
    const found = ["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts", "f", "./h.ts", "node:i", "j"];
    expect([...specifiersOf(forms.join("\n"))].sort()).toEqual(found.sort());
  });

  it.each(files)("%s", (path) => {
    const layer = layerOf(path);
    expect(Object.keys(below)).toContain(layer);
    const allowed = [layer, ...(below[layer] ?? [])];
    for (const imported of filesImportedBy(path)) {
      expect(allowed, `${path} imports ${imported}`).toContain(layerOf(imported));
    }
  });

  // sdp.ts is itself an index of sdp/: the part that the core, which enters by sdp/index.ts, is kept clear of.
  const insiders = ["sdp.ts"];

  it.each(files.filter((path) => !insiders.includes(path)))("%s enters another folder by its index.ts only", (path) => {
    for (const imported of filesImportedBy(path)) {
      if (layerOf(imported) !== layerOf(path) && /^\w.*\//.test(imported))
        expect(imported).toMatch(/^[a-z]+\/index\.ts$/);
    }
  });

  it.each(insiders)("%s only re-exports", (path) => {
    const statements = withoutComments(readFileSync(join(root, path), "utf8")).split(";");
    for (const statement of statements.filter((text) => text.trim() !== "")) {
      expect(statement.trim()).toMatch(/^export (type )?\{[^{}]*\} from "[^"]+"$/);
    }
  });
});

describe("design, layers: single importers", () => {
  it("xstate is machine.ts's alone", () => {
    const importers = files.filter((path) => packagesImportedBy(path).some((name) => /^xstate(\/|$)/.test(name)));
    expect(importers).toEqual(["machine.ts"]);
  });

  it("sdp-transform is sdp/model.ts's alone", () => {
    const importers = files.filter((path) =>
      packagesImportedBy(path).some((name) => /^sdp-transform(\/|$)/.test(name)),
    );
    expect(importers).toEqual(["sdp/model.ts"]);
  });

  it("the model, and with it sdp-transform, is in reach of sdp.ts and not of the core", () => {
    expect(reachedFrom("sdp.ts")).toContain("sdp/model.ts");
    for (const entry of ["sdp/index.ts", "session/index.ts", "index.ts", "machine.ts"]) {
      expect(reachedFrom(entry), entry).not.toContain("sdp/model.ts");
    }
    expect(reachedFrom("index.ts")).toContain("sdp/judge-sdp.ts");
  });

  it("node: is cli/'s alone, and nothing names Node's modules without it", () => {
    for (const path of files.filter((file) => layerOf(file) !== "cli" && file !== "cli.ts")) {
      expect(
        packagesImportedBy(path).filter((name) => /^(node:|fs|path|process|zlib|stream|util)\b/.test(name)),
      ).toEqual([]);
    }
  });

  it("the core and the oracle have no package at all", () => {
    const layers = ["signaling", "session", "oracle", "oracle.ts", "trace"];
    for (const path of files.filter((file) => layers.includes(layerOf(file)))) {
      expect(packagesImportedBy(path), path).toEqual([]);
    }
    for (const entry of ["index.ts", "oracle.ts"]) expect(reachedFrom(entry).flatMap(packagesImportedBy)).toEqual([]);
  });

  it("fast-check is testing/'s alone, and loaded when something is checked", () => {
    const importers = files.filter((path) => packagesImportedBy(path).includes("fast-check"));
    expect(importers.map(layerOf).every((layer) => layer === "testing")).toBe(true);
    const loading = importers.filter((path) => sourceOf(path).includes('await import("fast-check")'));
    expect(loading).toEqual(["testing/explore.ts"]);
    for (const path of importers) {
      const statements = sourceOf(path).match(/^.*from "fast-check";$/gm) ?? [];
      for (const statement of statements) expect(statement, path).toMatch(/^import type /);
    }
    // And there is no other: whoever only observes and matches needs no package.
    expect(new Set(reachedFrom("testing.ts").flatMap(packagesImportedBy))).toEqual(new Set(["fast-check"]));
  });
});

describe("design, layers: nothing under cli/ is reachable from a library entry", () => {
  const entries = files.filter((path) => !path.includes("/") && path !== "cli.ts");

  it.each(entries)("%s", (entry) => {
    const reached = reachedFrom(entry);
    expect(reached.filter((path) => layerOf(path) === "cli" || path === "cli.ts")).toEqual([]);
    if (entry !== "machine.ts") expect(reached.flatMap(packagesImportedBy)).not.toContain("xstate");
  });
});

describe("design, layers: below testing/ and cli/ nothing knows what time it is, waits, or draws lots", () => {
  const impure =
    /\b(?:Date\.now|new Date\(\)|performance\.|set(?:Timeout|Interval|Immediate)\b|queueMicrotask|Math\.random|crypto\.|console\.)/;
  const live = (path: string) => ["testing", "testing.ts", "cli", "cli.ts"].includes(layerOf(path));

  it.each(files.filter((path) => !live(path)))("%s", (path) => {
    expect(impure.exec(sourceOf(path))?.[0] ?? null).toBeNull();
  });

  it("and testing/ does, in few places", () => {
    const telling = files.filter((path) => layerOf(path) === "testing" && impure.test(sourceOf(path)));
    expect(telling).toEqual(expect.arrayContaining(["testing/timing.ts", "testing/observe.ts"]));
    expect(telling.length).toBeLessThanOrEqual(4);
  });
});
