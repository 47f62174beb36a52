import { all, type Level } from "../text/level.ts";

/** Some fingerprints without case and order, to be compared. */
export interface FingerprintSet {
  readonly key: string;
}

/** The fingerprints of one level. */
export function fingerprintSet(level: Level): FingerprintSet {
  const values = all(level, "fingerprint").map(({ value }) => value.toLowerCase());
  return { key: [...new Set(values)].sort().join("\n") };
}
