import { writeFileSync } from "node:fs";
import { recordedLines } from "./lines/recording.ts";
import { explorationsPage } from "./page.ts";
import { readRecording } from "./recording.ts";

/** Writes docs/explorations.md from the recordings. */
export function writePage(): void {
  const page = explorationsPage(readRecording(), recordedLines());
  writeFileSync(new URL("../../docs/explorations.md", import.meta.url), page);
}
