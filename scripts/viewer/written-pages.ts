// The pages that the checks open: the empty one, and those that the command writes.
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import type { Browser } from "puppeteer-core";
import { hostileDump } from "./hostile-dump.ts";
import { manyCalls } from "./many-calls.ts";
import { renegotiations } from "./renegotiations.ts";
import { viewerPage } from "./viewer-page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A dump, and the page that `replay --html` writes of it. */
export interface WrittenPage {
  readonly name: string;
  /** The path of the dump. */
  readonly dump: string;
  readonly url: string;
  /** The last line of what `replay` prints of it but for the legend: how many calls, and what was found. */
  readonly summary: string;
}

/** All pages. */
export interface WrittenPages {
  /** The URL of the page without a report. */
  readonly empty: string;
  readonly captures: readonly WrittenPage[];
  readonly hostile: WrittenPage;
  readonly thirty: WrittenPage;
  readonly many: WrittenPage;
}

/** Writes the pages into a folder that goes with the process, by the command of this checkout. */
export async function writtenPages(browser: Browser): Promise<WrittenPages> {
  const folder = mkdtempSync(join(tmpdir(), "jsep-machine-viewer-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  write("package.json", '{ "type": "module" }');
  mkdirSync(join(folder, "dist"));
  const empty = write("dist/viewer.html", viewerPage());
  bundleCommand(join(folder, "dist/cli.js"));
  const pageOf = (dump: string): WrittenPage => {
    const name = basename(dump).replace(/\.(internals\.json|rtcstats)(\.gz)?$/, "");
    const path = join(folder, `${basename(dump)}.html`);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(folder, "dist/cli.js"), "replay", "--html", path, dump],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    if (status === 2 || status === null) throw new Error(`replay --html of ${dump}: ${stderr}`);
    const summary = /^\d+ calls?, .*$/m.exec(stdout)?.[0] ?? "";
    return { name, dump, url: pathToFileURL(path).href, summary };
  };
  return {
    empty: pathToFileURL(empty).href,
    captures: globSync(`${root}{captures,spec/fixtures}/*.gz`).sort().map(pageOf),
    hostile: pageOf(write("hostile.rtcstats", hostileDump())),
    thirty: pageOf(write("thirty-renegotiations.rtcstats", await renegotiations(browser, 30))),
    many: pageOf(write("many-calls.rtcstats", manyCalls(10_000))),
  };
}

function bundleCommand(path: string): void {
  buildSync({
    entryPoints: [`${root}src/cli/main.ts`],
    outfile: path,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // commander and picocolors are CommonJS.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
}
