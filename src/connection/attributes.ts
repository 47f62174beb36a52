import type { Description, SlotName } from "../signaling/description.ts";
import type { CandidateInit } from "./candidate.ts";
import type { Connection, DataChannel } from "./connection.ts";
import type { MediaDescriptions } from "./media-description/media-description.ts";
import { listedItems } from "./structure/list.ts";
import type { Transceiver } from "./transceivers/transceiver.ts";

/** The set of transceivers, in the order of their creation. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-gettranseceivers */
export function transceiversOf({ transceivers }: Connection): readonly Transceiver[] {
  return Object.freeze(listedItems(transceivers));
}

/** The data channels that are not closed for good, in the order of their creation, with the ids that they have got. */
export function dataChannelsOf({ dataChannels }: Connection): readonly DataChannel[] {
  return Object.freeze(listedItems(dataChannels));
}

/**
 * Whether the other peer takes trickled candidates: what its description says, and null where it has given none.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-cantrickleicecandidates
 */
export function canTrickleIceCandidates({ mediaDescriptions }: Connection): boolean | null {
  const { pendingRemoteDescription, currentRemoteDescription } = mediaDescriptions;
  return (pendingRemoteDescription ?? currentRemoteDescription)?.canTrickle ?? null;
}

/**
 * The local description with the candidates that were surfaced for it; null where none is set.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-localdescription
 */
export function localDescriptionWithCandidates(connection: Connection): Description | null {
  const { pendingLocalDescription } = connection.session;
  return descriptionWithCandidates(
    connection,
    pendingLocalDescription === null ? "currentLocalDescription" : "pendingLocalDescription",
  );
}

/**
 * The remote description with the candidates that were added to it; null where none is set.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-remotedescription
 */
export function remoteDescriptionWithCandidates(connection: Connection): Description | null {
  const { pendingRemoteDescription } = connection.session;
  return descriptionWithCandidates(
    connection,
    pendingRemoteDescription === null ? "currentRemoteDescription" : "pendingRemoteDescription",
  );
}

/**
 * The description in a slot, with the candidates that belong to it; null where the slot is. Those that the description was
 * created with are in it already.
 */
export function descriptionWithCandidates(connection: Connection, slot: SlotName): Description | null {
  const { session, mediaDescriptions, localCandidates, remoteCandidates } = connection;
  const isLocal = slot === "pendingLocalDescription" || slot === "currentLocalDescription";
  const candidates: readonly CandidateInit[] = listedItems(isLocal ? localCandidates : remoteCandidates);
  const description = session[slot];
  const media = mediaDescriptions[slot];
  if (description === null || media === null || candidates.length === 0) return description;
  const lines = media.sections.map((): string[] => []);
  for (const candidate of candidates) {
    for (const index of sectionsNamed(media, candidate)) lines[index]?.push(candidateLine(candidate));
  }
  const [sessionPart = "", ...sections] = description.sdp.split(/^(?=m=)/m);
  const written = sections.map((section, index) => withLines(section, lines[index] ?? []));
  return Object.freeze({ type: description.type, sdp: sessionPart + written.join("") });
}

// However many candidates there are, the section is searched once.
function withLines(section: string, lines: readonly string[]): string {
  if (lines.length === 0) return section;
  const present = new Set(section.split(/(?<=\n)/));
  return [section, ...lines.filter((line) => !present.has(line))].join("");
}

/** The indices of the m= sections to which a candidate belongs: an end of candidates without a place belongs to all. */
function sectionsNamed({ sections, indices }: MediaDescriptions, candidate: CandidateInit): readonly number[] {
  const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
  if (sdpMid === null && sdpMLineIndex === null) return [...sections.keys()];
  const index = sdpMid === null ? (sdpMLineIndex as number) : (indices[`:${sdpMid}`] ?? -1);
  const credentials = sections[index]?.iceCredentials;
  return usernameFragment === null || credentials?.usernameFragment === usernameFragment ? [index] : [];
}

function candidateLine({ candidate }: CandidateInit): string {
  return candidate === "" ? "a=end-of-candidates\r\n" : `a=${candidate}\r\n`;
}
