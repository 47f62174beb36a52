/** How far a reading got that failed, and what could have stood there. */
export interface Trace {
  at: number;
  expected: string[];
  /** Where too short or too long a run of characters begins, and what is wrong with its length. */
  run: { readonly at: number; readonly length: number; readonly problem: string } | null;
}

/** Notes that something did not stand there; what failed further on counts more. Always -1, which is how a matcher fails. */
export function missing(trace: Trace | undefined, at: number, expected: string, run: Trace["run"] = null): -1 {
  if (trace === undefined || at < trace.at) return -1;
  if (at > trace.at) Object.assign(trace, { at, expected: [], run: null });
  if (!trace.expected.includes(expected)) trace.expected.push(expected);
  trace.run ??= run;
  return -1;
}
