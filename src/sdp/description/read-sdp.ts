import { type Result, success } from "../../result.ts";
import type { Fault } from "../text/fault.ts";
import { readText } from "../text/read-text.ts";
import type { ReadingOptions } from "../text/reader.ts";
import { describe } from "./describe.ts";
import type { Sdp } from "./description.ts";
import { knownReading, noteReading } from "./readings.ts";

/** Reads a description; the reason is the first line that is wrong. */
export function readSdp(text: unknown, options: ReadingOptions): Result<Sdp, Fault> {
  const known = knownReading(text, options);
  if (known !== null) return success(known);
  const read = readText(text, options);
  if (!read.ok) return read;
  const sdp = describe(read.value);
  noteReading(text, options, sdp);
  return success(sdp);
}
