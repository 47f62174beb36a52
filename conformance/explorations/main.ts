// Explores published negotiation code by exploreNegotiation.
//
//   npm run explorations [-- NAME…]                explores, and compares with the recording
//   npm run explorations -- --record [NAME…]       explores, and writes the recording and docs/explorations.md
//   npm run explorations -- --again NAME           runs the recorded schedule of a violation, and prints its ladder
//   npm run explorations -- --short                runs every recorded schedule, and a small part of every search
//
// Exit status: 0 all is as it is recorded and expected; 1 it is not; 2 unusable arguments.
import { parseArgs } from "node:util";
import { installPackagesOf } from "../install/npm-packages.ts";
import { again } from "./again.ts";
import type { Exploration } from "./exploration.ts";
import { exploreAll } from "./explore-all.ts";
import { short } from "./short.ts";
import { explorationNamed, explorations } from "./subjects/all.ts";

const flags = { record: { type: "boolean" }, again: { type: "boolean" }, short: { type: "boolean" } } as const;

try {
  process.exitCode = (await perform()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function perform(): Promise<boolean> {
  const { values, positionals } = parseArgs({ options: flags, allowPositionals: true });
  const wanted: readonly Exploration[] = positionals.length > 0 ? positionals.map(explorationNamed) : explorations;
  const complaint = installPackagesOf("conformance/explorations/");
  if (complaint !== null) console.error(complaint);
  if (values.again) return again(wanted);
  if (values.short) return short(wanted);
  return exploreAll(wanted, values.record ?? false);
}
