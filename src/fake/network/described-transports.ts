import type { CandidateInit } from "../../connection/candidate.ts";
import type { Connection } from "../../connection/connection.ts";
import { transceiverWithId } from "../../connection/draft.ts";
import type { MediaDescription, MediaDescriptions } from "../../connection/media-description/media-description.ts";
import { listedItems } from "../../connection/structure/list.ts";
import type { IceCredentials } from "../../sdp/create/input.ts";
import type { Description } from "../../signaling/description.ts";
import { candidatesInSdp } from "./ice/candidate-attribute.ts";

/** What a description says of a transport: in the first of its m= sections. */
export interface DescribedTransport {
  readonly transport: number;
  readonly sdpMid: string;
  readonly sdpMLineIndex: number;
  readonly credentials: IceCredentials;
}

/** The transport that an m= section uses; null as long as it has none. */
export function transportOfSection(connection: Connection, { mid, carriesData }: MediaDescription): number | null {
  if (carriesData) return connection.sctpTransport?.transport ?? null;
  const transceiver = transceiverWithId(connection, connection.associations[`:${mid}`] ?? -1);
  return transceiver?.sender.transport ?? null;
}

/** The transports that a description describes, each once. */
export function describedTransports(
  connection: Connection,
  description: MediaDescriptions | null,
): readonly DescribedTransport[] {
  const found: DescribedTransport[] = [];
  for (const [sdpMLineIndex, section] of (description?.sections ?? []).entries()) {
    const transport = section.rejected ? null : transportOfSection(connection, section);
    const { mid: sdpMid, iceCredentials: credentials } = section;
    if (transport === null || credentials === null || found.some((other) => other.transport === transport)) continue;
    found.push({ transport, sdpMid, sdpMLineIndex, credentials });
  }
  return found;
}

/** The transports that the transceivers and the SCTP transport refer to. */
export function referredTransports({ transceivers, sctpTransport }: Connection): ReadonlySet<number> {
  const referred = new Set<number>();
  for (const { sender } of listedItems(transceivers)) if (sender.transport !== null) referred.add(sender.transport);
  if (sctpTransport !== null) referred.add(sctpTransport.transport);
  return referred;
}

// A pending answer is the later one.
const answerSlots = [
  ...(["pendingLocalDescription", "pendingRemoteDescription"] as const),
  ...(["currentLocalDescription", "currentRemoteDescription"] as const),
];

/** The DTLS role that an answer has given a transport. @see https://www.rfc-editor.org/rfc/rfc8842.html#section-5.3 */
export function dtlsRoleOf(connection: Connection, transport: number): "client" | "server" | "unknown" {
  for (const slot of answerSlots) {
    if (connection.session[slot]?.type.endsWith("answer") !== true) continue;
    const section = connection.mediaDescriptions[slot]?.sections.find(
      (each) => !each.rejected && transportOfSection(connection, each) === transport,
    );
    if (section === undefined) continue;
    const isAnswerer = slot === "pendingLocalDescription" || slot === "currentLocalDescription";
    return (section.setup === "active") === isAnswerer ? "client" : "server";
  }
  return "unknown";
}

/** The remote description that ICE goes by: an offer counts from its answer on. */
export function appliedRemote({ session, mediaDescriptions }: Connection): {
  readonly description: Description | null;
  readonly media: MediaDescriptions | null;
} {
  const { currentRemoteDescription, pendingRemoteDescription } = mediaDescriptions;
  const isOffered = session.signalingState === "have-remote-offer" || pendingRemoteDescription === null;
  return isOffered
    ? { description: session.currentRemoteDescription, media: currentRemoteDescription }
    : { description: session.pendingRemoteDescription, media: pendingRemoteDescription };
}

/** The candidates that are known of the peer, those of its description first; an end of them has the candidate "". */
export function remoteCandidates(connection: Connection): readonly CandidateInit[] {
  const { description, media } = appliedRemote(connection);
  const described = description === null || media === null ? [] : candidatesOf(description, media);
  return [...described, ...listedItems(connection.remoteCandidates)];
}

const candidatesRead = /* @__PURE__ */ new WeakMap<Description, readonly CandidateInit[]>();

function candidatesOf(description: Description, { sections }: MediaDescriptions): readonly CandidateInit[] {
  const known = candidatesRead.get(description);
  if (known !== undefined) return known;
  const found = candidatesInSdp(description.sdp).flatMap(({ candidates, ended }, sdpMLineIndex) => {
    const section = sections[sdpMLineIndex];
    if (section === undefined) return [];
    const usernameFragment = section.iceCredentials?.usernameFragment ?? null;
    return [...candidates, ...(ended ? [""] : [])].map((candidate) => ({
      ...{ candidate, sdpMid: section.mid, sdpMLineIndex, usernameFragment },
    }));
  });
  candidatesRead.set(description, found);
  return found;
}
