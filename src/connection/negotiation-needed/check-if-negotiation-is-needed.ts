import { intersection, reversedDirection, sends } from "../../sdp/description/direction.ts";
import type { Connection } from "../connection.ts";
import {
  dataSection,
  type MediaDescription,
  noMediaDescriptions,
  sectionWithMid,
} from "../media-description/media-description.ts";
import { at } from "../structure/list.ts";
import type { Transceiver } from "../transceivers/transceiver.ts";

/**
 * Checks if negotiation is needed: whether an exchange of offer and answer would change anything.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-check-if-negotiation-is-needed
 */
export function isNegotiationNeeded(connection: Connection): boolean {
  const { localIceCredentialsToReplace, transceivers, mediaDescriptions, next } = connection;
  if (localIceCredentialsToReplace.length > 0) return true;
  const local = mediaDescriptions.currentLocalDescription ?? noMediaDescriptions;
  if (next.channel > 0 && dataSection(local) === null) return true;
  for (let index = 0; index < transceivers.size; index++) {
    if (needsNegotiation(connection, at(transceivers, index) as Transceiver)) return true;
  }
  return false;
}

function needsNegotiation({ session, mediaDescriptions }: Connection, transceiver: Transceiver): boolean {
  const { mid, stopping, stopped, direction, sender } = transceiver;
  if (stopping && !stopped) return true;
  const { currentLocalDescription, currentRemoteDescription } = mediaDescriptions;
  const local = sectionWithMid(currentLocalDescription ?? noMediaDescriptions, mid);
  const remote = sectionWithMid(currentRemoteDescription ?? noMediaDescriptions, mid);
  if (stopped) return mid !== null && !isRejected(local) && !isRejected(remote);
  if (local === null) return true;
  if (sends(direction) && !hasTheseStreams(local, sender.associatedMediaStreamIds)) return true;
  const remoteDirection = remote === null ? null : reversedDirection(remote.direction);
  if (session.currentLocalDescription?.type === "offer") {
    return local.direction !== direction && remoteDirection !== direction;
  }
  return local.direction !== intersection(direction, remoteDirection ?? direction);
}

function isRejected(section: MediaDescription | null): boolean {
  return section?.rejected ?? false;
}

function hasTheseStreams({ msids }: MediaDescription, streams: readonly string[]): boolean {
  return msids !== null && msids.length === streams.length && msids.every((id) => streams.includes(id));
}
