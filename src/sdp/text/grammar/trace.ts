/** How far a reading got that failed, and what could have stood there. */
export interface Trace {
  at: number;
  expected: string[];
  /** A run of characters that is too short or too long, and the limit that it breaks. */
  run?: { readonly at: number; readonly length: number; readonly limit: string } | undefined;
}

/** Notes that something did not stand there; what failed further on counts more. Always -1, which is how a matcher fails. */
export function missing(trace: Trace | undefined, at: number, expected: string, run?: Trace["run"]): -1 {
  if (trace === undefined || at < trace.at) return -1;
  if (at > trace.at) Object.assign(trace, { at, expected: [], run });
  if (!trace.expected.includes(expected)) trace.expected.push(expected);
  trace.run ??= run;
  return -1;
}
