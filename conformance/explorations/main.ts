// Explores published negotiation code by exploreNegotiation.
//
//   npm run explorations [-- NAME…]                explores, and compares with the recording
//   npm run explorations -- --record [NAME…]       explores, and writes the recording and docs/explorations.md
//   npm run explorations -- --again NAME           runs the recorded schedule of a violation, and prints its ladder
//   npm run explorations -- --reproduce [NAME…]    goes through the recorded violations in browsers, and records what they show
//   npm run explorations -- --lines                explores perfect negotiation without each of its lines, likewise
//   npm run explorations -- --programs [NAME…]     runs the programs that show the violations of own code, in Node.js and browsers
//   npm run explorations -- --short                runs every recorded schedule, and a small part of every search
//
// Exit status: 0 all is as it is recorded and expected; 1 it is not; 2 unusable arguments.
import { parseArgs } from "node:util";
import { installPackagesOf } from "../install/npm-packages.ts";
import { again } from "./again.ts";
import { exploreAll } from "./explore-all.ts";
import { exploreLines, runRecordedLines } from "./lines/explore-lines.ts";
import { runPrograms } from "./programs/run-programs.ts";
import { reproduce } from "./reproduce.ts";
import { short } from "./short.ts";
import { explorationNamed, explorations } from "./subjects/all.ts";

const flags = {
  record: { type: "boolean" },
  again: { type: "boolean" },
  reproduce: { type: "boolean" },
  short: { type: "boolean" },
  lines: { type: "boolean" },
  programs: { type: "boolean" },
} as const;

const asked = read();
if (asked !== null) process.exitCode = (await perform(asked)) ? 0 : 1;

function read() {
  try {
    const { values, positionals } = parseArgs({ options: flags, allowPositionals: true });
    return { ...values, wanted: positionals.length > 0 ? positionals.map(explorationNamed) : explorations };
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
    return null;
  }
}

async function perform({ wanted, record = false, ...values }: NonNullable<typeof asked>): Promise<boolean> {
  const complaint = installPackagesOf("conformance/explorations/");
  if (complaint !== null) console.error(complaint);
  if (values.lines) return exploreLines(record);
  if (values.programs) return runPrograms(wanted);
  if (values.again) return again(wanted);
  if (values.reproduce) return reproduce(wanted);
  if (values.short) return (await short(wanted)) && (await runRecordedLines());
  return exploreAll(wanted, record);
}
