import { type IsSoughtIn, type MadeCall, soughtAtEnd } from "../calls/made-call.ts";
import type { Sequence } from "./sequence.ts";
import type { SequenceRunner } from "./sequence-runner.ts";

/**
 * Leaves out, one after the other, the calls that do not matter: fast-check has made the actions as few as possible, but an
 * action may make several calls.
 *
 * @param failing the calls that the actions made when they failed
 */
export async function fewestCalls(
  runner: SequenceRunner,
  sequence: Sequence,
  isSought: IsSoughtIn,
  failing: readonly MadeCall[],
): Promise<readonly MadeCall[]> {
  let best = failing;
  const skipped = new Set<number>();
  for (const { place } of best.slice(0, -1).reverse()) {
    if (runner.isOver) break;
    const calls = await runner.run(sequence, isSought, new Set([...skipped, place]));
    if (calls === null || calls.length >= best.length || soughtAtEnd(calls, isSought).length === 0) continue;
    best = calls;
    skipped.add(place);
  }
  return best;
}
