import type { PeerConnectionLike } from "../../peer-connection.ts";
import { collectGarbage, pause } from "../../timing.ts";
import { closeQuietly } from "../calls/peer.ts";
import type { CheckSettings } from "../check-options.ts";

/** Gives a new peer connection, or a promise of one. */
export type MakePeerConnection = () => PeerConnectionLike | Promise<PeerConnectionLike>;

// Chromium allows a page 500 peer connections, counting those that are closed and not yet collected.
const collectAfter = 100;

/** Makes peer connections and prepares them; one that cannot be prepared is closed. */
export function preparedPeerConnections(
  makePeerConnection: MakePeerConnection,
  { prepare, settleTimeout }: CheckSettings,
): () => Promise<PeerConnectionLike> {
  let made = 0;
  return async () => {
    made += 1;
    if (made % collectAfter === 0) {
      collectGarbage();
      await pause(0);
    }
    const pc = await makePeerConnection();
    try {
      await (prepare ?? giveDataChannel)(pc);
    } catch (error) {
      await closeQuietly(pc, settleTimeout);
      throw error;
    }
    return pc;
  };
}

function giveDataChannel(pc: PeerConnectionLike): void {
  const { createDataChannel } = pc as { readonly createDataChannel?: unknown };
  try {
    if (typeof createDataChannel === "function") Reflect.apply(createDataChannel, pc, ["check"]);
  } catch {
    // A stack without data channels offers what it has.
  }
}
