import type { Finding } from "../../sdp/finding.ts";

/** How many findings of each severity there are; notes only where there are any. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes?: number;
}

/** Counts findings by their severity. */
export function countsOf(findings: readonly Finding[]): Counts {
  const count = (wanted: Finding["severity"]) => findings.filter(({ severity }) => severity === wanted).length;
  const notes = count("note");
  return { errors: count("error"), warnings: count("warning"), ...(notes === 0 ? {} : { notes }) };
}
