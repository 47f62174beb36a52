import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** How far an exploration without the statement came. */
export interface ExploredSetting {
  readonly setting: string;
  readonly states: number;
  readonly exhaustive: boolean;
}

/** What came of the example without one of its statements. */
export interface RecordedLine {
  readonly line: number;
  readonly text: string;
  /** What was explored without a violation. */
  readonly held: readonly ExploredSetting[];
  /** What breaks; null where nothing does. */
  readonly found: {
    readonly setting: string;
    readonly property: string;
    readonly message: string;
    readonly steps: number;
    readonly schedule: string;
  } | null;
}

const file = new URL("recording.json", import.meta.url);

/** What is recorded of each statement; nothing where the file is missing. */
export function recordedLines(): readonly RecordedLine[] {
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly lines: readonly RecordedLine[] }).lines;
}

export function recordLines(lines: readonly RecordedLine[]): void {
  writeFileSync(file, `${JSON.stringify({ version: 1, lines }, null, 2)}\n`);
}
