import type { Connection } from "../../connection/connection.ts";
import { transceiverWithId } from "../../connection/draft.ts";
import { listedItems } from "../../connection/structure/list.ts";
import type { Transceiver } from "../../connection/transceivers/transceiver.ts";
import { sends } from "../../sdp/description/direction.ts";

/** A transceiver for which media begins to flow, or ends. */
export interface ChangedFlow {
  readonly transceiver: number;
  readonly flows: boolean;
}

/**
 * The transceivers for which media begins to flow, or whose source has said BYE, where this connection and its peer are
 * connected. A track that is replaced by null falls silent without a BYE.
 *
 * @param isFromPeer whether a transport of this connection's leads to that peer
 * @param peer null where it is closed
 */
export function changedFlows(
  connection: Connection,
  peer: Connection | null,
  isFromPeer: (transport: number) => boolean,
): readonly ChangedFlow[] {
  return listedItems(connection.transceivers).flatMap((own): readonly ChangedFlow[] => {
    const { id, mid, receiver, receptive, stopping } = own;
    if (mid === null || stopping || receiver.transport === null || !isFromPeer(receiver.transport)) return [];
    const other = peer === null ? undefined : transceiverWithId(peer, peer.associations[`:${mid}`] ?? -1);
    const hasEnded = other === undefined || other.stopping || other.stopped;
    if (receiver.muted && receptive && other !== undefined && isSending(other))
      return [{ transceiver: id, flows: true }];
    return !receiver.muted && hasEnded ? [{ transceiver: id, flows: false }] : [];
  });
}

function isSending({ stopping, stopped, currentDirection, sender }: Transceiver): boolean {
  const isActive = sender.sendEncodings.length === 0 || sender.sendEncodings.some(({ active }) => active);
  return !stopping && !stopped && sends(currentDirection) && sender.track !== null && isActive;
}
