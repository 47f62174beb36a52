import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type BrowserName, launchBrowser } from "../../page/browsers.ts";
import { NotInstalled } from "../../stacks/stack.ts";
import type { Exploration } from "../exploration.ts";
import { runSchedule } from "../explore.ts";
import { recorded } from "../recording.ts";
import { runInPage } from "./run-in-page.ts";

const browsers: readonly BrowserName[] = ["chromium", "firefox-esr"];
const library = new URL("../../../src/entries/testing.ts", import.meta.url).href;
const subjects = fileURLToPath(new URL("../subjects/all.ts", import.meta.url));

/**
 * Runs the programs that show the recorded violations of this repository's own code: in Node.js on the fake, and in pages of
 * the browsers.
 *
 * @returns whether each shows its property in Node.js, and in every browser that is there
 */
export async function runPrograms(wanted: readonly Exploration[]): Promise<boolean> {
  let areShown = true;
  for (const exploration of wanted) {
    const schedule = recorded(exploration.name)?.violation?.schedule;
    if (exploration.package !== null || schedule === undefined) continue;
    const { violation } = await runSchedule(exploration, schedule);
    if (violation === null) throw new Error(`${exploration.name}: the recorded schedule breaks nothing`);
    const shows = (lines: readonly string[]) => lines.some((line) => line.startsWith(`${violation.property}: `));
    console.log(`${exploration.name}: ${violation.property}`);
    const ofNode = runInNode(exploration, violation.code);
    areShown &&= shows(ofNode);
    console.log(`  Node.js: ${ofNode[0]}`);
    for (const browser of browsers) {
      const lines = await linesIn(browser, exploration, violation.code);
      if (lines === null) continue;
      areShown &&= shows(lines);
      console.log(`  ${lines[0]}: ${lines.find((line) => line.startsWith(violation.property)) ?? "NOT SHOWN"}`);
    }
  }
  return areShown;
}

/** The file that a program has the code from. */
function negotiatorOf({ name }: Exploration): string {
  return `import { explorationNamed } from ${JSON.stringify(subjects)};\nexport default explorationNamed(${JSON.stringify(name)}).code();\n`;
}

function runInNode(exploration: Exploration, code: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "program-"));
  try {
    writeFileSync(join(folder, "negotiator.mjs"), negotiatorOf(exploration));
    writeFileSync(join(folder, "program.mjs"), code.replace('"jsep-machine/testing"', JSON.stringify(library)));
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, "program.mjs")], { encoding: "utf8" });
    return `${stdout}${stderr}`.split("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the program says in a page, after the browser's name; null where the browser is missing. */
async function linesIn(name: BrowserName, exploration: Exploration, code: string): Promise<readonly string[] | null> {
  try {
    const browser = await launchBrowser(name);
    try {
      return [await browser.version(), ...(await runInPage(browser, await bundled(exploration, code)))];
    } finally {
      await browser.close();
    }
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    console.log(`  ${name}: could not run: ${error.message}`);
    return null;
  }
}

async function bundled(exploration: Exploration, code: string): Promise<string> {
  const negotiator = {
    name: "negotiator",
    setup({ onResolve, onLoad }: import("esbuild").PluginBuild) {
      onResolve({ filter: /^\.\/negotiator\.mjs$/ }, ({ path }) => ({ path, namespace: "negotiator" }));
      onLoad({ filter: /.*/, namespace: "negotiator" }, () => ({
        contents: negotiatorOf(exploration),
        resolveDir: "/",
      }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: "/" },
    ...{ bundle: true, format: "esm", platform: "browser", target: "es2022", write: false, logLevel: "error" },
    external: ["jsep-machine/testing"],
    plugins: [negotiator],
  });
  return outputFiles.map(({ text }) => text).join("\n");
}
