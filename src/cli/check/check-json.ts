import type { CheckedFile } from "./checked-file.ts";

/** A checked description as `check --json` prints it: one line of JSON. */
export function checkJson({ file, type, side, findings }: CheckedFile): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return JSON.stringify({
    version: 1,
    file,
    type,
    side,
    findings,
    summary: { errors, warnings: findings.length - errors },
  });
}
