// The captures in spec/fixtures: where they are, and their text.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** The two dumps that there are of every capture. */
export const dumpFormats = [
  { format: "webrtc-internals", ending: "internals.json" },
  { format: "rtcstats", ending: "rtcstats.gz" },
] as const;

/** The path of a dump. */
export function capturePath(name: string, ending: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}.${ending}`, import.meta.url));
}

/** The text of a dump, decompressed. */
export function captureText(name: string, ending: string): string {
  const bytes = readFileSync(capturePath(name, ending));
  return (ending.endsWith("gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}
