import { writeFileSync } from "node:fs";
import { explorationsPage } from "./page.ts";
import { type Reproduction, readRecording, record } from "./recording.ts";
import { explorations as all } from "./subjects/all.ts";

/** Records what browsers have shown of a violation, and writes the page. */
export function recordReproductions(name: string, reproductions: readonly Reproduction[]): void {
  const { explorations } = readRecording();
  const changed = explorations.map((one) =>
    one.name === name && one.violation !== null ? { ...one, violation: { ...one.violation, reproductions } } : one,
  );
  record(all, changed);
  writeFileSync(new URL("../../docs/explorations.md", import.meta.url), explorationsPage(readRecording()));
}
