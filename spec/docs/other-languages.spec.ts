// The Go and Python tests that docs/guide-test-suites.md shows, run where these are installed: beside the clients of
// examples/ and a stand-in for the reader's stack, which asks the oracle and has one fault. A copy of each test that
// declares another deviation must fail.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import guide from "../../docs/guide-test-suites.md?raw";
import { bundle } from "../cli/running/command-process.ts";
import { temporaryFolder } from "../cli/running/temporary-files.ts";

const inTemporaryFolder = temporaryFolder();
const serve = `${process.execPath} ${bundle()} serve`;
const deviation = "refused-remote-rollback-in-have-local-offer";

describe("docs/guide-test-suites.md, other languages", () => {
  testWith("python3", "--version")(
    "Python",
    async ({ expect }) => {
      copy("examples/python", "python");
      shorten("python/jsep_walk.py", /^DEPTH = \d+/m, "DEPTH = 3");
      write("python/your_stack.py", standIn("your_stack.py"));
      write("python/test_declared.py", block("python"));
      write("python/test_undeclared.py", undeclared(block("python")));
      const { status, output } = await ended(
        "python3",
        ["-m", "unittest", "test_declared", "test_undeclared"],
        "python",
      );
      expect([status, output]).toEqual([1, expect.stringContaining("FAILED (failures=1)")]);
      expect(output).toMatch(/^FAIL: .*test_undeclared/m);
      expect(output).toContain(`code='${deviation}'`);
    },
    60_000,
  );

  testWith("go", "version")(
    "Go",
    async ({ expect }) => {
      copy("examples/go/go.mod", "go/go.mod");
      copy("examples/go/jseporacle", "go/jseporacle");
      shorten("go/jseporacle/walk.go", /^const depth = \d+/m, "const depth = 3");
      for (const [name, code] of Object.entries({ declared: block("go"), undeclared: undeclared(block("go")) })) {
        write(`go/${name}/your_stack.go`, standIn("your_stack.go"));
        write(`go/${name}/signaling_test.go`, code);
      }
      const { status, output } = await ended("go", ["test", "./declared", "./undeclared"], "go");
      expect([status, output]).toEqual([1, expect.stringMatching(/^ok\s+\S+\/declared/m)]);
      expect(output).toContain(`${deviation}: expected applied`);
    },
    60_000,
  );
});

/** The block of code in that language. */
function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "m").exec(guide)?.[1] ?? expect.unreachable(language);
}

function undeclared(code: string): string {
  return code.replace(deviation, "another");
}

function standIn(name: string): string {
  return readFileSync(new URL(`stand-ins/${name}`, import.meta.url), "utf8");
}

function copy(from: string, to: string): void {
  cpSync(fileURLToPath(new URL(`../../${from}`, import.meta.url)), inTemporaryFolder(to), { recursive: true });
}

// Fewer calls in a path show the same of the guide's code, sooner.
function shorten(name: string, depth: RegExp, shorter: string): void {
  const text = readFileSync(inTemporaryFolder(name), "utf8");
  expect(text).toMatch(depth);
  write(name, text.replace(depth, shorter));
}

function write(name: string, content: string): void {
  mkdirSync(dirname(inTemporaryFolder(name)), { recursive: true });
  inTemporaryFolder(name, content);
}

function testWith(command: string, argument: string) {
  return spawnSync(command, [argument]).status === 0 ? it.concurrent : it.skip;
}

async function ended(command: string, args: readonly string[], folder: string) {
  const env = { ...process.env, JSEP_MACHINE: serve, GO111MODULE: "on", GOFLAGS: "-mod=mod", GOTOOLCHAIN: "local" };
  const child = spawn(command, args, { cwd: inTemporaryFolder(folder), env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, output };
}
