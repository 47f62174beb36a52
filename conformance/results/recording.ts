import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { specifications } from "../../src/specifications.ts";
import type { StackResult } from "./result.ts";

/**
 * What a run found of every stack, as it is kept in a file: the pages are made from that, so that another wording needs no
 * other run. It holds no time and no date.
 */
export interface Recording {
  readonly version: 2;
  readonly settings: Settings;
  /** The specifications that the stacks were judged by. */
  readonly specifications: readonly { readonly spec: string; readonly version: string; readonly url: string }[];
  readonly runs: readonly StackRun[];
}

/** How much a run explores, and where it begins. */
export interface Settings {
  readonly seed: number;
  readonly runs: number;
}

/** What the report says of a stack itself. */
export interface StackName {
  /** As `--stack` takes it, and as its page is called. */
  readonly name: string;
  /** As the report heads it. */
  readonly title: string;
  readonly homepage: string;
  /** What it is driven through, in half a sentence. */
  readonly driver: string;
}

/** How it went with a stack: `missing` where it is not installed, `failed` where it began and broke off. */
export type StackRun =
  | { readonly kind: "ran"; readonly stack: StackName; readonly result: StackResult }
  | { readonly kind: "missing" | "failed"; readonly stack: StackName; readonly reason: string };

/** The recording of these runs. */
export function recordingOf(runs: readonly StackRun[], settings: Settings): Recording {
  const followed = specifications
    .filter(({ spec }) => spec !== "MDN")
    .map(({ spec, version, url }) => ({ spec, version, url }));
  return { version: 2, settings, specifications: followed, runs };
}

/** The recording that lies in the repository, below its root. */
export const recordingPath = "conformance/recording.json.gz";

/** The recording of the run with overlapping calls. */
export const callsRecordingPath = "conformance/calls/recording.json.gz";

/** Reads a recording. @throws Error where the file is missing or holds another version */
export function readRecording(file: string | URL): Recording {
  const recording = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Recording;
  if (recording.version !== 2) throw new Error(`${file}: version 2 of a recording was expected`);
  return recording;
}

export function writeRecording(file: string, recording: Recording): void {
  writeFileSync(file, gzipSync(JSON.stringify(recording), { level: 9 }));
}
