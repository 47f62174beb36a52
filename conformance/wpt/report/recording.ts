import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import type { FileOutcome, Ran } from "../outcome.ts";

/** What the tests ran on, in the order of the columns of the page. */
export const columns = ["fake", "chromium", "firefox-esr"] as const;
export type Column = (typeof columns)[number];

/** The outcomes on one checkout, as docs/wpt.md shows them. It holds no time and no date. */
export interface RecordedCheckout {
  readonly name: string;
  readonly identity: string;
  readonly runs: Readonly<Partial<Record<Column, Ran>>>;
}

export interface Recording {
  readonly version: 1;
  readonly checkouts: readonly RecordedCheckout[];
}

const file = new URL("../recording.json.gz", import.meta.url);

/** The recording in the repository; an empty one where it is missing. */
export function readRecording(): Recording {
  if (!existsSync(file)) return { version: 1, checkouts: [] };
  return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Recording;
}

/** Puts a run into the recording, in place of an earlier one of the same on a checkout of that name. */
export function record(name: string, identity: string, column: Column, { title, outcomes }: Ran): void {
  const { checkouts } = readRecording();
  const before = checkouts.find((one) => one.name === name);
  // Outcomes of other files cannot stand beside these.
  const runs = before?.identity === identity ? before.runs : {};
  const recorded = { name, identity, runs: { ...runs, [column]: { title, outcomes: outcomes.map(withoutMessages) } } };
  const others = checkouts.filter((one) => one !== before);
  const recording: Recording = { version: 1, checkouts: [...others, recorded].sort(byName) };
  writeFileSync(file, gzipSync(JSON.stringify(recording), { level: 9 }));
}

function byName(one: RecordedCheckout, other: RecordedCheckout): number {
  return one.name < other.name ? -1 : 1;
}

// Messages hold random names and numbers: two runs would never be the same.
function withoutMessages({ subtests, ...outcome }: FileOutcome): FileOutcome {
  return { ...outcome, message: "", subtests: subtests.map((subtest) => ({ ...subtest, message: "" })) };
}
