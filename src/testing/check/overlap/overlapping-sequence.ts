import type { PeerConnectionLike } from "../../peer-connection.ts";
import { callsUntilSought, type IsSoughtIn, type MadeCall } from "../calls/made-call.ts";
import type { PeerSettings } from "../calls/peer.ts";
import type { ConnectionAction } from "./actions/connection-action.ts";
import { performOverlapping } from "./actions/perform-overlapping.ts";
import { overlappingPair } from "./overlapping-pair.ts";
import { madeCalls } from "./recorded-call.ts";
import { rest } from "./rest.ts";

/**
 * Carries out actions whose calls may overlap, until something sought is found or a model cannot follow any more.
 *
 * @param calls is called with the calls made so far, whenever there are more to look at
 */
export async function runOverlapping(
  pcs: readonly [PeerConnectionLike, PeerConnectionLike],
  settings: PeerSettings,
  actions: readonly ConnectionAction[],
  isSought: IsSoughtIn,
  skipped: ReadonlySet<number>,
): Promise<readonly MadeCall[]> {
  const pair = overlappingPair(pcs, settings, skipped);
  const found = () => callsUntilSought(madeCalls(pair.calls), isSought);
  const isLost = () => pair.peers.some(({ followed }) => followed.isLost);
  try {
    for (const action of actions) {
      const waited = performOverlapping(pair, action);
      if (waited !== null) await waited;
      const calls = hasDifferences(pair.calls) ? found() : null;
      if (calls !== null) return calls;
      if (isLost()) return madeCalls(pair.calls);
    }
    await rest(pair);
    return found() ?? madeCalls(pair.calls);
  } finally {
    for (const { followed } of pair.peers) followed.leave();
  }
}

function hasDifferences(calls: readonly { readonly differences: readonly unknown[] }[]): boolean {
  return calls.some(({ differences }) => differences.length > 0);
}
