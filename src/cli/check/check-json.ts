import type { CheckedFile } from "./checked-file.ts";
import { countsOf } from "./summary.ts";

/** A checked description as `check --json` prints it: one line of JSON. */
export function checkJson({ file, type, side, findings }: CheckedFile): string {
  return JSON.stringify({
    version: 1,
    file,
    type,
    side,
    findings,
    summary: countsOf(findings),
  });
}
