import { counted } from "../../report/words.ts";
import type { Finding } from "../../sdp/finding.ts";

/** How many findings of each severity there are; notes only where there are any. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes?: number;
}

/** What all files of a run came to. */
export interface CheckTotal {
  /** How many files were checked. */
  readonly files: number;
  readonly counts: Counts;
  /** A line for each file that could not be read. */
  readonly unreadable: readonly string[];
}

export const noFindings: Counts = { errors: 0, warnings: 0 };

/** Counts findings by their severity. */
export function countsOf(findings: readonly Finding[]): Counts {
  return addedCounts(noFindings, findings);
}

/** Counts findings on top of others. */
export function addedCounts({ errors, warnings, notes = 0 }: Counts, findings: readonly Finding[]): Counts {
  const count = (wanted: Finding["severity"]) => findings.filter(({ severity }) => severity === wanted).length;
  const allNotes = notes + count("note");
  return {
    errors: errors + count("error"),
    warnings: warnings + count("warning"),
    ...(allNotes === 0 ? {} : { notes: allNotes }),
  };
}

/** Counts for people, as in `1 error, 0 warnings`. */
export function countsText(counts: Counts): string {
  return Object.entries(counts)
    .map(([plural, count]) => counted(count, plural.slice(0, -1)))
    .join(", ");
}
