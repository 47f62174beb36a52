import type { Difference } from "../../../oracle/verdict/difference.ts";
import type { Action } from "../calls/action.ts";
import { differencesAtEnd, type MadeCall } from "../calls/made-call.ts";
import type { SequenceRunner } from "./sequence-runner.ts";

/**
 * Leaves out, one after the other, the calls that do not matter: fast-check has made the actions as few as possible, but an
 * action may make several calls.
 *
 * @param failing the calls that the actions made when they failed
 */
export async function fewestCalls(
  runner: SequenceRunner,
  actions: readonly Action[],
  isSought: (difference: Difference) => boolean,
  failing: readonly MadeCall[],
): Promise<readonly MadeCall[]> {
  let best = failing;
  const skipped = new Set<number>();
  for (const { place } of best.slice(0, -1).reverse()) {
    if (runner.isOver) break;
    const calls = await runner.run(actions, isSought, new Set([...skipped, place]));
    if (calls === null || calls.length >= best.length || !differencesAtEnd(calls).some(isSought)) continue;
    best = calls;
    skipped.add(place);
  }
  return best;
}
