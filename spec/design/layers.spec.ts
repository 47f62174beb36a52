import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../src/", import.meta.url));

/** Every source file, by its path below src/, with the specifiers that it imports or exports from. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
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

// What each layer may import, besides itself: downwards only.
const below: Readonly<Record<string, readonly string[]>> = {
  "specifications.ts": [],
  "result.ts": [],
  signaling: ["result.ts"],
  sdp: ["specifications.ts", "result.ts", "signaling"],
  session: ["specifications.ts", "result.ts", "signaling", "sdp"],
  connection: ["specifications.ts", "result.ts", "signaling", "sdp", "session"],
  exploration: ["result.ts", "signaling", "sdp", "session", "connection"],
  machine: ["result.ts", "signaling", "session", "connection"],
  fake: ["specifications.ts", "result.ts", "signaling", "sdp", "session", "connection", "trace"],
  messages: ["sdp", "session"],
  oracle: ["specifications.ts", "result.ts", "signaling", "sdp", "session", "connection"],
  trace: ["specifications.ts", "result.ts", "signaling", "sdp", "session", "oracle"],
  report: ["specifications.ts", "result.ts", "signaling", "sdp", "session", "oracle", "trace"],
  testing: [
    ...["specifications.ts", "result.ts", "signaling", "sdp", "session", "connection"],
    ...["exploration", "fake", "oracle", "trace"],
  ],
  viewer: ["specifications.ts", "result.ts", "signaling", "sdp", "session", "oracle", "trace", "report"],
  playground: [
    ...["specifications.ts", "result.ts", "signaling", "sdp", "session", "connection", "exploration"],
    ...["oracle", "trace", "report", "viewer"],
  ],
  cli: [
    ...["specifications.ts", "result.ts", "signaling", "sdp", "session", "connection"],
    ...["messages", "oracle", "trace", "report", "testing", "package.json"],
  ],
  entries: [
    ...["specifications.ts", "result.ts", "signaling", "sdp", "session", "connection", "exploration"],
    ...["machine", "fake", "oracle", "trace", "testing"],
  ],
};

const files = [...imports.keys()];

const entries = files.filter((path) => path.startsWith("entries/"));

describe("design, layers: imports only downwards", () => {
  it("there is something to look at", () => {
    expect(files).toEqual(expect.arrayContaining(["entries/index.ts", "specifications.ts"]));
    expect(filesImportedBy("machine/signaling-machine.ts")).toContain("signaling/transition-table.ts");
    expect(packagesImportedBy("machine/signaling-machine.ts")).toEqual(["xstate"]);
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

  it.each(entries)("%s only re-exports, and nothing imports it", (path) => {
    const statements = withoutComments(readFileSync(join(root, path), "utf8")).split(";");
    for (const statement of statements.filter((text) => text.trim() !== "")) {
      expect(statement.trim()).toMatch(/^export (type )?\{[^{}]*\} from "[^"]+"$/);
    }
    expect(files.filter((file) => filesImportedBy(file).includes(path))).toEqual([]);
  });

  it("only an entry re-exports: every public name has one entry", () => {
    const reexports = files.filter((path) => /^export (type )?\{[^{}]*\} from /m.test(sourceOf(path)));
    expect(reexports.filter((path) => !entries.includes(path))).toEqual([]);
    const names = entries.flatMap((path) => publicNames(path));
    // The contract has these in two: options of a session take the first two, and so do those of checkSdp; the others
    // are what a step is of a session, and of a connection.
    const inTwo = ["Effect", "step", "deployedTolerances", "SdpRuleId"];
    expect(names.filter((name, index) => names.indexOf(name) !== index).sort()).toEqual(inTwo.sort());
  });
});

function publicNames(entry: string): readonly string[] {
  const lists = [...sourceOf(entry).matchAll(/^export (?:type )?\{([^{}]*)\} from /gm)].map(([, list = ""]) => list);
  const names = lists.flatMap((list) => list.split(",")).map((name) => name.trim().replace(/^type |^.* as /g, ""));
  return names.filter((name) => name !== "");
}

describe("design, the house: no circle between files", () => {
  it("every file is above all that it imports", () => {
    expect(circlesAmong(files, filesImportedBy)).toEqual([]);
  });

  it("a circle is found, however long", () => {
    const next: Readonly<Record<string, readonly string[]>> = { a: ["b"], b: ["c", "d"], c: ["a"], d: [] };
    expect(circlesAmong(Object.keys(next), (path) => next[path] ?? [])).toEqual([["a", "b", "c"]]);
  });
});

describe("design, the house: one word, one meaning", () => {
  const declaration =
    /^(?:export )?(?:declare )?(?:async )?(?:function\*?|interface|type|class|const|let) ([A-Za-z_$][\w$]*)/gm;

  it("no name is defined in two files", () => {
    const definedIn = new Map<string, string[]>();
    for (const path of files) {
      const names = new Set([...sourceOf(path).matchAll(declaration)].map(([, name = ""]) => name));
      for (const name of names) definedIn.set(name, [...(definedIn.get(name) ?? []), path]);
    }
    expect([...definedIn].filter(([, paths]) => paths.length > 1)).toEqual([]);
    expect(definedIn.get("transitionTable")).toEqual(["signaling/transition-table.ts"]);
  });

  it("a folder holds about a dozen files at most, a file one idea", () => {
    const folders = files.map((path) => dirname(path));
    const sizes = [...new Set(folders)].map(
      (folder) => [folder, folders.filter((name) => name === folder).length] as const,
    );
    expect(sizes.filter(([, count]) => count > 18)).toEqual([]);
    const large = files.filter((path) => readFileSync(join(root, path), "utf8").length > 10_000);
    expect(large).toEqual([]);
  });
});

/** The groups of files each of which imports all others of its group, however indirectly. */
function circlesAmong(
  paths: readonly string[],
  importedBy: (path: string) => readonly string[],
): readonly (readonly string[])[] {
  const reach = new Map(paths.map((path) => [path, reachableFrom(importedBy(path), importedBy)]));
  const circles = paths.map((path) =>
    paths.filter((other) => reach.get(path)?.has(other) && reach.get(other)?.has(path)),
  );
  return circles.filter((circle, index) => circle.length > 0 && circle[0] === paths[index]);
}

function reachableFrom(starts: readonly string[], importedBy: (path: string) => readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const path of reached) for (const imported of importedBy(path)) reached.add(imported);
  return reached;
}

describe("design, layers: single importers", () => {
  it("xstate is machine/'s alone", () => {
    const importers = files.filter((path) => packagesImportedBy(path).some((name) => /^xstate(\/|$)/.test(name)));
    expect(importers.map(layerOf)).toEqual(importers.map(() => "machine"));
    expect(importers).not.toEqual([]);
  });

  it("sdp-transform is sdp/parse/model.ts's alone", () => {
    const importers = files.filter((path) =>
      packagesImportedBy(path).some((name) => /^sdp-transform(\/|$)/.test(name)),
    );
    expect(importers).toEqual(["sdp/parse/model.ts"]);
  });

  it("the model, and with it sdp-transform, is in reach of the entry sdp and not of the core", () => {
    expect(reachedFrom("entries/sdp.ts")).toContain("sdp/parse/model.ts");
    for (const entry of ["entries/index.ts", "entries/machine.ts"]) {
      expect(reachedFrom(entry), entry).not.toContain("sdp/parse/model.ts");
    }
    expect(reachedFrom("entries/index.ts")).toContain("sdp/judge-sdp.ts");
  });

  it("node: is cli/'s alone, and nothing names Node's modules without it", () => {
    for (const path of files.filter((file) => layerOf(file) !== "cli")) {
      expect(
        packagesImportedBy(path).filter((name) => /^(node:|fs|path|process|zlib|stream|util)\b/.test(name)),
      ).toEqual([]);
    }
  });

  it("the core and the oracle have no package at all", () => {
    const layers = ["signaling", "session", "connection", "exploration", "oracle", "trace", "report"];
    for (const path of files.filter((file) => layers.includes(layerOf(file)))) {
      expect(packagesImportedBy(path), path).toEqual([]);
    }
    for (const entry of [
      "entries/index.ts",
      "entries/oracle.ts",
      "entries/trace.ts",
      "entries/observe.ts",
      "entries/connection.ts",
    ]) {
      expect(reachedFrom(entry).flatMap(packagesImportedBy), entry).toEqual([]);
    }
  });

  it("preact is the pages' alone, which import no other package", () => {
    const pages = ["viewer", "playground"];
    const importers = files.filter((path) => packagesImportedBy(path).some((name) => /^preact(\/|$)/.test(name)));
    expect(new Set(importers.map(layerOf))).toEqual(new Set(pages));
    const packages = files.filter((path) => pages.includes(layerOf(path))).flatMap(packagesImportedBy);
    expect(new Set(packages)).toEqual(new Set(["preact", "preact/hooks"]));
  });

  it("fast-check is testing/'s alone, and loaded when something is checked", () => {
    const importers = files.filter((path) => packagesImportedBy(path).includes("fast-check"));
    expect(importers.map(layerOf).every((layer) => layer === "testing")).toBe(true);
    const loading = importers.filter((path) => sourceOf(path).includes('await import("fast-check")'));
    expect(loading).toEqual(["testing/load-fast-check.ts"]);
    for (const path of importers) {
      const statements = sourceOf(path).match(/^.*from "fast-check";$/gm) ?? [];
      for (const statement of statements) expect(statement, path).toMatch(/^import type /);
    }
    // And there is no other.
    expect(new Set(reachedFrom("entries/testing.ts").flatMap(packagesImportedBy))).toEqual(new Set(["fast-check"]));
  });
});

describe("design, layers: inside sdp/, from a rule's entry over text and description to the rules and what judges by them", () => {
  const order = ["sdp/rule-entry.ts", "sdp/text/", "sdp/description/", "sdp/rules/", "sdp/"];
  const heightOf = (path: string) => order.findIndex((prefix) => path.startsWith(prefix));
  const inside = files.filter((path) => layerOf(path) === "sdp");

  it("every level is there", () => {
    expect([...new Set(inside.map(heightOf))].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it.each(inside)("%s", (path) => {
    for (const imported of filesImportedBy(path).filter((file) => layerOf(file) === "sdp")) {
      expect(heightOf(imported), `${path} imports ${imported}`).toBeLessThanOrEqual(heightOf(path));
    }
  });

  it("what judges does not parse, and what parses does not judge", () => {
    expect(reachedFrom("sdp/judge-sdp.ts").filter((path) => path.startsWith("sdp/parse/"))).toEqual([]);
    expect(reachedFrom("sdp/check-sdp.ts").filter((path) => path.startsWith("sdp/parse/"))).toEqual([]);
    expect(reachedFrom("sdp/parse/parse-sdp.ts")).not.toContain("sdp/judge-sdp.ts");
  });
});

describe("design, layers: nothing under cli/ is reachable from a library entry", () => {
  it.each(entries)("%s", (entry) => {
    const reached = reachedFrom(entry);
    expect(reached.filter((path) => layerOf(path) === "cli")).toEqual([]);
    if (entry !== "entries/machine.ts") expect(reached.flatMap(packagesImportedBy)).not.toContain("xstate");
  });
});

describe("design, layers: messages/ is data for the command and the docs", () => {
  it.each(entries)("%s does not hold it", (entry) => {
    expect(reachedFrom(entry).filter((path) => layerOf(path) === "messages")).toEqual([]);
  });
});

describe("design, layers: below fake/, testing/, viewer/, playground/ and cli/ nothing knows what time it is, waits, or draws lots", () => {
  const impure =
    /\b(?:Date\.now|new Date\(\)|performance\.|set(?:Timeout|Interval|Immediate)\b|queueMicrotask|Math\.random|crypto\.|console\.)/;
  const live = (path: string) => ["fake", "testing", "viewer", "playground", "cli"].includes(layerOf(path));

  it.each(files.filter((path) => !live(path)))("%s", (path) => {
    expect(impure.exec(sourceOf(path))?.[0] ?? null).toBeNull();
  });

  it("and testing/ does, in few places", () => {
    const telling = files.filter((path) => layerOf(path) === "testing" && impure.test(sourceOf(path)));
    expect(telling).toEqual(
      expect.arrayContaining([
        "testing/timing.ts",
        "testing/observe/observe.ts",
        "testing/explore/side/virtual-host.ts",
      ]),
    );
    expect(telling.length).toBeLessThanOrEqual(6);
  });
});
