import type { Connection } from "../../connection/connection.ts";
import { listedItems } from "../../connection/structure/list.ts";
import type { Transceiver } from "../../connection/transceivers/transceiver.ts";

/** What a rollback has to restore, as a text: one line a transceiver, and one for the rest. */
export function stableState(connection: Connection, receptive: boolean): string {
  const { session, sctpTransport, transceivers } = connection;
  const slots = [session.currentLocalDescription?.sdp, session.currentRemoteDescription?.sdp, sctpTransport];
  const lines = listedItems(transceivers).map((transceiver) => transceiverLine(transceiver, receptive));
  return [JSON.stringify(slots), ...lines].join("\n");
}

/** The first line of the stable state that is not there any more; null where all are. Stopped transceivers cannot come back. */
export function lostLine(before: string, connection: Connection, receptive: boolean): string | null {
  const after = new Set(stableState(connection, receptive).split("\n"));
  const stopped = new Set(
    listedItems(connection.transceivers)
      .filter((one) => one.stopped)
      .map(({ id }) => `${id}`),
  );
  const lost = before.split("\n").find((line) => !after.has(line) && !stopped.has(line.split(" ", 1)[0] as string));
  return lost ?? null;
}

function transceiverLine(transceiver: Transceiver, receptive: boolean): string {
  const { id, kind, mid, currentDirection, firedDirection, sender, receiver } = transceiver;
  const restored = [
    ...[kind, mid, currentDirection, firedDirection, sender.transport, receiver.transport],
    ...[sender.sendEncodings, receiver.associatedRemoteMediaStreams],
    receptive ? transceiver.receptive : null,
  ];
  return `${id} ${JSON.stringify(restored)}`;
}
