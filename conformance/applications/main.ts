// Runs published libraries on jsep-machine/fake, each connected to itself, records what came of it, and writes
// docs/applications.md. Arguments: names of packages; without any, all of them.
// Exit status: 0 each came to its end, and no trace diverges; 1 one did not; 2 unusable arguments.
import { writeFileSync } from "node:fs";
import { installPackagesOf } from "../install/npm-packages.ts";
import { applicationsPage } from "./page.ts";
import { applications } from "./published/all.ts";
import { type RecordedApplication, readRecording, record } from "./recording.ts";
import { run } from "./run.ts";

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => applications.every((one) => one.package !== name));
if (unknown === undefined) {
  const complaint = installPackagesOf("conformance/applications/");
  if (complaint !== null) console.error(complaint);
  process.exitCode = runAll() ? 0 : 1;
} else {
  console.error(`no application is named ${unknown}: there are ${applications.map((one) => one.package).join(", ")}`);
  process.exitCode = 2;
}

function runAll(): boolean {
  const runs = applications.filter((one) => wanted.length === 0 || wanted.includes(one.package)).map(printed);
  record(
    applications.map((one) => one.package),
    runs,
  );
  writeFileSync(new URL("../../docs/applications.md", import.meta.url), applicationsPage(readRecording()));
  return runs
    .flatMap((one) => (one.accepted === null ? [one] : [one, one.accepted]))
    .every(({ failure, replay }) => failure === null && replay.divergences === 0 && replay.unsettled === 0);
}

function printed(application: (typeof applications)[number]): RecordedApplication {
  const ran = run(application);
  console.log(`${ran.package} ${ran.version}`);
  for (const what of ran.shown) console.log(`  ${what}`);
  for (const { method, error, count } of ran.refusals) console.log(`  refused ${count} times: ${method}, ${error}`);
  if (ran.failure !== null) console.log(`  FAILED: ${ran.failure}`);
  console.log(`  replay: ${JSON.stringify(ran.replay)}`);
  if (ran.accepted === null) return ran;
  console.log("  where changed descriptions are accepted:");
  for (const what of ran.accepted.shown) console.log(`    ${what}`);
  for (const { method, error, count } of ran.accepted.refusals)
    console.log(`    refused ${count} times: ${method}, ${error}`);
  if (ran.accepted.failure !== null) console.log(`    FAILED: ${ran.accepted.failure}`);
  console.log(`    replay: ${JSON.stringify(ran.accepted.replay)}`);
  return ran;
}
