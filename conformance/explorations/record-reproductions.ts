import { type Reproduction, readRecording, record } from "./recording.ts";
import { explorations as all } from "./subjects/all.ts";
import { writePage } from "./write-page.ts";

/** Records what browsers have shown of a violation, and writes the page. */
export function recordReproductions(name: string, reproductions: readonly Reproduction[]): void {
  const { explorations } = readRecording();
  const changed = explorations.map((one) =>
    one.name === name && one.violation !== null ? { ...one, violation: { ...one.violation, reproductions } } : one,
  );
  record(all, changed);
  writePage();
}
