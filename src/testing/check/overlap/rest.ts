import { pause, type TimeLimit, timeLimitOf } from "../../timing.ts";
import { OutOfTime } from "../out-of-time.ts";
import type { OverlappingPair } from "./overlapping-pair.ts";

/** How long an event that is due may take where no call is under way, in ms. */
const longestForEvents = 500;

/** So many turns of the event loop each event may take, however long they are. */
const fewestTurns = 30;

/** So many looks at which nothing is to come, with the tasks between them run, are a rest. */
const looks = 2;

/**
 * Waits until all calls are settled and all events have fired, on both peer connections, and compares what can be seen then.
 * When work ends is free, so that only what is still missing after a while is found.
 *
 * @throws OutOfTime where the search's time is up first
 */
export async function rest({ peers, settings }: OverlappingPair): Promise<void> {
  const { limit, settleTimeout } = settings;
  const heardSoFar = () => peers.reduce((sum, { followed }) => sum + followed.heard, 0);
  let heard = heardSoFar();
  let last = 0;
  let patience = patienceFor(peers, settleTimeout);
  for (let [quiet, turns] = [0, 0]; quiet < looks; turns++) {
    if (limit.left() === 0) throw new OutOfTime("calls under way");
    await pause(turns < looks ? settings.pause : turns < 100 ? 0 : 5);
    const isAtRest = peers.every(({ followed }) => followed.isAtRest);
    quiet = isAtRest ? quiet + 1 : 0;
    if (heard !== heardSoFar()) {
      // The next one has as much time as the last.
      heard = heardSoFar();
      last = turns;
      patience = patienceFor(peers, settleTimeout);
    }
    // On a busy machine the time may be up although the implementation has not had a turn.
    if (!isAtRest && patience.left() === 0 && turns - last > fewestTurns) break;
  }
  for (const { followed } of peers) {
    followed.findMissing();
    followed.lookAtRest();
  }
}

function patienceFor(peers: OverlappingPair["peers"], settleTimeout: number): TimeLimit {
  const waits = peers.some(({ followed }) => followed.waits);
  return timeLimitOf(waits ? settleTimeout : Math.min(settleTimeout, longestForEvents));
}

/** Waits until a call has ended, or never will. */
export async function endOf(
  ended: Promise<void>,
  { settings: { limit, settleTimeout } }: OverlappingPair,
): Promise<void> {
  const patience = timeLimitOf(Math.min(settleTimeout, limit.left()));
  let isOpen = true;
  ended.then(() => {
    isOpen = false;
  });
  const giveUp = async () => {
    for (let turns = 0; isOpen && patience.left() > 0; turns++) await pause(turns < 100 ? 0 : 5);
  };
  await Promise.race([ended, giveUp()]);
  if (isOpen && limit.left() === 0) throw new OutOfTime("calls under way");
}
