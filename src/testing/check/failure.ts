import type { Difference } from "../../oracle/verdict/difference.ts";
import type { FailingCall } from "./calls/made-call.ts";
import { type CheckSettings, runPathText } from "./check-options.ts";
import { reproductionOf } from "./reproduction.ts";
import type { Explored } from "./search/explore.ts";

/** The smallest sequence of calls that was found to show a difference. */
export interface CheckFailure {
  readonly differences: readonly Difference[];
  /** The calls of the sequence, judged; the last one shows the differences. */
  readonly calls: readonly FailingCall[];
  /** A program that makes these calls; its reader defines `makePeerConnection`, and `prepare` where that option was given. */
  readonly reproduction: string;
  /** Finds the failure again, together with the report's seed: the value of the option `path`. */
  readonly path: string;
}

/** The failure that was found; null where nothing failed. */
export function failureOf({ failing, seed }: Explored, { prepare }: CheckSettings): CheckFailure | null {
  if (failing === null) return null;
  const { differences } = failing;
  const path = runPathText(failing.path);
  const calls = failing.calls.map(({ peer, code, constant, wait, step }) => ({ peer, code, constant, wait, step }));
  return {
    differences,
    calls,
    reproduction: reproductionOf(calls, differences, { seed, path, prepared: prepare !== null }),
    path,
  };
}
