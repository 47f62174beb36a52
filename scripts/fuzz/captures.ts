import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { TraceEvent } from "../../src/entries/oracle.ts";
import { readTrace } from "../../src/entries/trace.ts";

const folders = ["../../captures/", "../../spec/fixtures/"].map((folder) => new URL(folder, import.meta.url));

/** The texts of the captured dumps, those with that ending. */
export function capturedDumps(ending: ".internals.json.gz" | ".rtcstats.gz"): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)))
    .filter(({ pathname }) => pathname.endsWith(ending))
    .map((file) => gunzipSync(readFileSync(file)).toString("utf8"));
}

/** What happened on each captured connection. */
export function capturedEvents(): (readonly TraceEvent[])[] {
  return capturedDumps(".internals.json.gz").flatMap((dump) => {
    const reading = readTrace(dump);
    return reading.ok ? reading.value.connections.map(({ events }) => events) : [];
  });
}
