import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Refusal } from "./refusal.ts";

/** The summary of `jsep-machine replay`. */
export type RecordedReplay = Readonly<
  Record<"connections" | "calls" | "illegalCalls" | "divergences" | "munged" | "unjudged" | "unsettled", number>
>;

/** What came of an application. */
export interface RecordedApplication {
  readonly package: string;
  readonly version: string;
  readonly setting: string;
  readonly leftOut: string | null;
  readonly whyRefused: string | null;
  readonly shown: readonly string[];
  readonly failure: string | null;
  readonly refusals: readonly (Refusal & { readonly count: number })[];
  /** Changed descriptions that were accepted are no divergences here. */
  readonly replay: RecordedReplay;
  /** What came of it in a world that accepts changed local descriptions; null where it changes none. */
  readonly accepted: Pick<RecordedApplication, "shown" | "failure" | "refusals" | "replay"> | null;
}

export interface Recording {
  readonly version: 1;
  readonly applications: readonly RecordedApplication[];
}

const file = new URL("recording.json", import.meta.url);

/** The recording in the repository; an empty one where it is missing. */
export function readRecording(): Recording {
  if (!existsSync(file)) return { version: 1, applications: [] };
  return JSON.parse(readFileSync(file, "utf8")) as Recording;
}

/** Puts runs into the recording, in place of earlier ones of the same packages. */
export function record(order: readonly string[], runs: readonly RecordedApplication[]): void {
  const all = [
    ...readRecording().applications.filter((one) => runs.every((run) => run.package !== one.package)),
    ...runs,
  ];
  const applications = order.flatMap((name) => all.filter((one) => one.package === name));
  writeFileSync(file, `${JSON.stringify({ version: 1, applications }, null, 2)}\n`);
}
