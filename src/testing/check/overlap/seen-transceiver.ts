import { transceiversOf } from "../../../connection/attributes.ts";
import type { Connection } from "../../../connection/connection.ts";
import type { Transceiver } from "../../../connection/transceivers/transceiver.ts";
import { itemsOf, memberOf } from "../../../oracle/evidence/plain-data.ts";
import type { PeerConnectionLike } from "../../peer-connection.ts";
import { quieted } from "../../thenable.ts";

/** What a script sees of a transceiver. */
export interface SeenTransceiver {
  readonly kind: string | null;
  readonly mid: string | null;
  readonly direction: string | null;
  readonly currentDirection: string | null;
}

/** The transceivers of a peer connection, as the objects that they are; null where they cannot be read. */
export function transceiversIn(pc: PeerConnectionLike): readonly unknown[] | null {
  try {
    return itemsOf(quieted(Reflect.apply(memberOf(pc, "getTransceivers") as () => unknown, pc, [])));
  } catch {
    return null;
  }
}

/** What is seen of a transceiver. */
export function seenTransceiver(transceiver: unknown): SeenTransceiver {
  return {
    kind: stringOrNull(memberOf(memberOf(memberOf(transceiver, "receiver"), "track"), "kind")),
    mid: stringOrNull(memberOf(transceiver, "mid")),
    direction: stringOrNull(memberOf(transceiver, "direction")),
    currentDirection: stringOrNull(memberOf(transceiver, "currentDirection")),
  };
}

/**
 * What must be seen of the transceivers of a connection.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcrtptransceiver-interface
 */
export function exposedTransceivers(connection: Connection): readonly SeenTransceiver[] {
  return transceiversOf(connection).map(exposed);
}

function exposed({ kind, mid, direction, currentDirection, stopping, stopped }: Transceiver): SeenTransceiver {
  return {
    kind,
    mid,
    direction: stopping ? "stopped" : direction,
    currentDirection: stopped ? "stopped" : currentDirection,
  };
}

function stringOrNull(value: unknown): string | null {
  quieted(value);
  return typeof value === "string" ? value : null;
}
