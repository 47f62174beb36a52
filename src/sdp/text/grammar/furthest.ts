/** How far a reading got that failed, and what could have stood there. */
export interface FurthestFailure {
  at: number;
  expected: string[];
  /** A run of characters that is too short or too long, and the limit that it breaks. */
  run?: { readonly at: number; readonly length: number; readonly limit: string } | undefined;
}

/** Notes that something did not stand there; what failed further on counts more. Always -1, which is how a matcher fails. */
export function missing(
  furthest: FurthestFailure | undefined,
  at: number,
  expected: string,
  run?: FurthestFailure["run"],
): -1 {
  if (furthest === undefined || at < furthest.at) return -1;
  if (at > furthest.at) Object.assign(furthest, { at, expected: [], run });
  if (!furthest.expected.includes(expected)) furthest.expected.push(expected);
  furthest.run ??= run;
  return -1;
}
