import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What a browser has shown of a violation. */
export interface Reproduction {
  /** Name and version, as in `Chrome/156.0.8078.79`. */
  readonly browser: string;
  /** Does the property not hold there, either? */
  readonly isShown: boolean;
  /** What was seen, in words. */
  readonly seen: string;
  /** What was seen of the version that mended it, in words; null where none was tried. */
  readonly control: string | null;
}

/** The violation of an exploration. */
export interface RecordedViolation {
  readonly property: string;
  readonly message: string;
  readonly steps: number;
  readonly schedule: string;
  readonly ladder: string;
  readonly reproductions: readonly Reproduction[];
}

/** What came of an exploration. */
export interface RecordedExploration {
  readonly name: string;
  /** The package and its version, as in `simple-peer 9.11.1`; null where the code is this repository's own. */
  readonly package: string | null;
  readonly setting: string;
  readonly finding: string | null;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly seed: number;
  readonly states: number;
  readonly depth: number;
  readonly exhaustive: boolean;
  readonly runs: number;
  /** The random schedules. */
  readonly schedules: number;
  readonly reached: readonly string[];
  readonly violation: RecordedViolation | null;
}

export interface Recording {
  readonly version: 1;
  readonly explorations: readonly RecordedExploration[];
}

const file = new URL("recording.json", import.meta.url);

/** The recording in the repository; an empty one where it is missing. */
export function readRecording(): Recording {
  if (!existsSync(file)) return { version: 1, explorations: [] };
  return JSON.parse(readFileSync(file, "utf8")) as Recording;
}

/** The recorded exploration of that name, or null. */
export function recorded(name: string): RecordedExploration | null {
  return readRecording().explorations.find((one) => one.name === name) ?? null;
}

/** What the recording has of an exploration in words. */
export type ExplorationTexts = Pick<RecordedExploration, "name" | "setting" | "finding" | "links">;

/** Puts explorations into the recording, in place of earlier ones of the same names, and the texts of all. */
export function record(order: readonly ExplorationTexts[], ran: readonly RecordedExploration[]): void {
  const all = [...readRecording().explorations.filter(({ name }) => ran.every((one) => one.name !== name)), ...ran];
  const explorations = order.flatMap(({ name, setting, finding, links }) =>
    all.filter((one) => one.name === name).map((one) => ({ ...one, setting, finding, links })),
  );
  writeFileSync(file, `${JSON.stringify({ version: 1, explorations }, null, 2)}\n`);
}
