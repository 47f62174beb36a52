import { type Result, success } from "../../result.ts";
import type { Fault } from "../text/fault.ts";
import { readText } from "../text/read-text.ts";
import type { ReadingOptions } from "../text/reader.ts";
import { describe } from "./describe.ts";
import type { Sdp } from "./description.ts";

/** Reads a description; the reason is the first line that is wrong. */
export function readSdp(text: unknown, options: ReadingOptions): Result<Sdp, Fault> {
  const read = readText(text, options);
  return read.ok ? success(describe(read.value)) : read;
}
