import { type Direction, receives } from "../../sdp/description/direction.ts";
import type { Transceiver } from "../transceivers/transceiver.ts";
import type { Consequences } from "./consequences.ts";

/**
 * Processes remote tracks: what a direction and the streams that a remote description names mean for the receiver.
 *
 * @see https://w3c.github.io/webrtc-pc/#process-remote-tracks
 */
export function processRemoteTracks(
  transceiver: Transceiver,
  direction: Direction | null,
  msids: readonly string[],
  consequences: Consequences,
): Transceiver {
  const { streams, added } = setAssociatedRemoteStreams(transceiver, msids, consequences);
  const fired = receives(transceiver.firedDirection);
  const stopsReceiving = direction === "sendonly" || direction === "inactive";
  if ((receives(direction) && !fired) || added) processAddition(transceiver, streams, consequences);
  if (stopsReceiving && fired) processRemoval(transceiver, consequences);
  return {
    ...transceiver,
    receptive: stopsReceiving ? false : transceiver.receptive,
    firedDirection: direction,
    receiver: Object.freeze({ ...transceiver.receiver, associatedRemoteMediaStreams: streams }),
  };
}

/** Announces a remote track. @see https://w3c.github.io/webrtc-pc/#process-remote-track-addition */
export function processAddition(
  { id }: Transceiver,
  streams: readonly string[],
  { trackEventInits }: Consequences,
): void {
  trackEventInits.push({ transceiver: id, streams });
}

/** Mutes a remote track, unless it is. @see https://w3c.github.io/webrtc-pc/#process-remote-track-removal */
export function processRemoval({ id, receiver }: Transceiver, { muteTracks }: Consequences): void {
  if (!receiver.muted) muteTracks.push(id);
}

/**
 * Sets the associated remote streams: those that the track leaves and enters are collected.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-associated-remote-streams
 */
export function setAssociatedRemoteStreams(
  { id, receiver }: Transceiver,
  msids: readonly string[],
  { removeList, addList }: Consequences,
): { readonly streams: readonly string[]; readonly added: boolean } {
  const before = receiver.associatedRemoteMediaStreams;
  const leaves = before.filter((stream) => !msids.includes(stream));
  const enters = msids.filter((stream) => !before.includes(stream));
  for (const stream of leaves) removeList.push({ stream, transceiver: id });
  for (const stream of enters) addList.push({ stream, transceiver: id });
  const same = leaves.length === 0 && enters.length === 0;
  return { streams: same ? before : Object.freeze([...msids]), added: enters.length > 0 };
}
