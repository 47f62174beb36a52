import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { DetailedReport } from "../../report/detailed-report.ts";
import { withReports } from "../../report/embedded-reports.ts";
import { displayName, reasonOf } from "../input.ts";
import { packageRoot } from "../package-root.ts";
import { exitStatus, type Terminal } from "../terminal.ts";

/** Writes the page of `replay --html`. Gives the exit status. */
export async function writePage(file: string, reports: readonly DetailedReport[], terminal: Terminal): Promise<number> {
  const template = new URL("dist/viewer.html", packageRoot());
  try {
    // The page may be passed on: where the dumps lay is of no concern.
    const named = reports.map((report) => ({ ...report, file: basename(report.file) }));
    await writeFile(file, withReports(await readFile(template, "utf8"), named));
    return exitStatus.nothing;
  } catch (error) {
    terminal.complain(`${displayName(file)}: the page cannot be written: ${reasonOf(error)}`);
    return exitStatus.unusable;
  }
}
