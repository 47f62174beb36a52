// The captures: where they are, and their text.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** The two dumps that there are of every capture. */
export const dumpFormats = [
  { format: "webrtc-internals", ending: "internals.json.gz" },
  { format: "rtcstats", ending: "rtcstats.gz" },
] as const;

type Ending = (typeof dumpFormats)[number]["ending"];

// The one capture that ships in the package has a folder of its own.
const shipped = "double-answer.internals.json.gz";

/** The path of a dump. */
export function capturePath(name: string, ending: Ending): string {
  const file = `${name}.${ending}`;
  const folder = file === shipped ? "../../../captures/" : "../../fixtures/";
  return fileURLToPath(new URL(`${folder}${file}`, import.meta.url));
}

/** The text of a dump, decompressed. */
export function captureText(name: string, ending: Ending): string {
  return gunzipSync(readFileSync(capturePath(name, ending))).toString("utf8");
}
