// Runs one exploration in this process, and writes what came of it into a file as JSON: node run-exploration.ts NAME FILE
import { writeFileSync } from "node:fs";
import { explore } from "./explore.ts";
import type { RecordedExploration } from "./recording.ts";
import { explorationNamed } from "./subjects/all.ts";

/** What an exploration came to. */
export type Ran =
  | { readonly explored: RecordedExploration; readonly failure: null }
  | { readonly explored: null; readonly failure: string };

const [name = "", file = ""] = process.argv.slice(2);
writeFileSync(file, JSON.stringify(await run()));
// Libraries leave timers behind.
process.exit();

async function run(): Promise<Ran> {
  try {
    return { explored: await explore(explorationNamed(name)), failure: null };
  } catch (error) {
    return { explored: null, failure: String(error) };
  }
}
