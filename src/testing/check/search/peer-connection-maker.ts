import { missingIn, type PeerConnectionLike } from "../../peer-connection.ts";
import { quieted } from "../../thenable.ts";
import { collectGarbage, pause, type TimeLimit } from "../../timing.ts";
import { closeQuietly } from "../calls/peer.ts";
import type { CheckSettings } from "../check-options.ts";
import { resultWithin } from "../out-of-time.ts";

/** Gives a new peer connection, or a promise of one. */
export type MakePeerConnection = () => PeerConnectionLike | Promise<PeerConnectionLike>;

// Chromium allows a page 500 peer connections, counting those that are closed and not yet collected.
const collectAfter = 100;

/** Makes peer connections, and prepares those that are not left bare; one that cannot be prepared, or comes too late, is closed. */
export function preparedPeerConnections(
  makePeerConnection: MakePeerConnection,
  { prepare, settleTimeout, functionName }: CheckSettings,
  limit: TimeLimit,
): (isBare: (pc: PeerConnectionLike) => boolean) => Promise<PeerConnectionLike> {
  let made = 0;
  const closed = (pc: unknown) => closeQuietly(pc as PeerConnectionLike, Math.min(settleTimeout, limit.left()));
  return async (isBare) => {
    made += 1;
    if (made % collectAfter === 0) {
      collectGarbage();
      await pause(0);
    }
    const pc = await resultWithin(limit, "makePeerConnection", makePeerConnection, closed);
    try {
      const missing = missingIn(pc);
      if (missing !== null) {
        throw new TypeError(`${functionName}: makePeerConnection gave what is no peer connection: ${missing}`);
      }
      const prepared = pc as PeerConnectionLike;
      if (!isBare(prepared)) await resultWithin(limit, "prepare", () => (prepare ?? giveDataChannel)(prepared));
      return prepared;
    } catch (error) {
      await closed(pc);
      throw error;
    }
  };
}

function giveDataChannel(pc: PeerConnectionLike): void {
  try {
    const { createDataChannel } = pc as { readonly createDataChannel?: unknown };
    if (typeof createDataChannel === "function") quieted(Reflect.apply(createDataChannel, pc, ["check"]));
  } catch {
    // A stack without data channels offers what it has.
  }
}
