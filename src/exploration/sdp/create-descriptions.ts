import type { Connection } from "../../connection/connection.ts";
import { type MediaDescription, noMediaDescriptions } from "../../connection/media-description/media-description.ts";
import { listedItems } from "../../connection/structure/list.ts";
import type { Transceiver } from "../../connection/transceivers/transceiver.ts";
import { intersection, reversedDirection, sends } from "../../sdp/description/direction.ts";
import { sessionDescription, type WrittenSection } from "./session-description.ts";

/** Creates an offer with those ICE credentials. @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2 */
export function describeOffer(connection: Connection, usernameFragment: string): string {
  const { currentLocalDescription, currentRemoteDescription, pendingLocalDescription } = connection.mediaDescriptions;
  const before = (pendingLocalDescription ?? currentLocalDescription ?? currentRemoteDescription)?.sections ?? [];
  const rejectedAt = (index: number): boolean =>
    [currentLocalDescription, currentRemoteDescription].some((one) => one?.sections[index]?.rejected ?? false);
  const transceivers = listedItems(connection.transceivers);
  const byMid = new Map(transceivers.map((transceiver) => [transceiver.mid, transceiver]));
  const added = transceivers.filter(({ mid, stopping }) => mid === null && !stopping);
  const mids = unusedMids(connection);
  const sections = before.map((section, index): WrittenSection => {
    const transceiver = byMid.get(section.mid);
    if (section.carriesData) return writtenData(section.mid);
    if (transceiver !== undefined && !transceiver.stopping) return offered(transceiver, section.mid);
    const recycling = rejectedAt(index) && pendingLocalDescription === null ? added.shift() : undefined;
    return recycling === undefined ? rejectedSection(section) : offered(recycling, mids());
  });
  for (const transceiver of added) sections.push(offered(transceiver, mids()));
  const hasData = before.some(({ carriesData }) => carriesData);
  if (connection.next.channel > 0 && !hasData) sections.push(writtenData(mids()));
  return sessionDescription(sections, "actpass", usernameFragment);
}

/** Creates an answer with those ICE credentials. @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.3 */
export function describeAnswer(connection: Connection, usernameFragment: string): string {
  const { pendingRemoteDescription } = connection.mediaDescriptions;
  const byMid = new Map(listedItems(connection.transceivers).map((transceiver) => [transceiver.mid, transceiver]));
  const sections = (pendingRemoteDescription ?? noMediaDescriptions).sections.map((section) => {
    const transceiver = byMid.get(section.mid);
    if (section.carriesData) return writtenData(section.mid);
    if (section.rejected || transceiver === undefined || transceiver.stopped) return rejectedSection(section);
    const direction = intersection(transceiver.direction, reversedDirection(section.direction));
    return { ...offered(transceiver, section.mid), direction, streams: streamsOf(transceiver, direction) };
  });
  return sessionDescription(sections, answeredSetup(connection), usernameFragment);
}

/** The DTLS role that this side has, and keeps; the first answerer is the client. */
function answeredSetup({ session, mediaDescriptions }: Connection): string {
  const { currentLocalDescription, currentRemoteDescription } = mediaDescriptions;
  const answered = session.currentLocalDescription?.type === "answer";
  const answer = answered ? currentLocalDescription : currentRemoteDescription;
  const setup = answer?.sections.find((section) => section.setup !== null)?.setup ?? null;
  if (setup === null) return "active";
  return answered === (setup === "active") ? "active" : "passive";
}

function offered(transceiver: Transceiver, mid: string): WrittenSection {
  const { kind, direction } = transceiver;
  return { mid, kind, direction, rejected: false, streams: streamsOf(transceiver, direction) };
}

function streamsOf({ sender }: Transceiver, direction: Transceiver["direction"]): readonly string[] | null {
  return sends(direction) ? sender.associatedMediaStreamIds : null;
}

function writtenData(mid: string): WrittenSection {
  return { mid, kind: "data", direction: "sendrecv", rejected: false, streams: null };
}

function rejectedSection({ mid, kind }: MediaDescription): WrittenSection {
  return { mid, kind: kind ?? "data", direction: "inactive", rejected: true, streams: null };
}

/** Gives mids that no description has, the smallest first. */
function unusedMids({ mediaDescriptions }: Connection): () => string {
  const used = new Set(
    Object.values(mediaDescriptions).flatMap((description) => description?.sections.map(({ mid }) => mid) ?? []),
  );
  let next = 0;
  return () => {
    while (used.has(`${next}`)) next++;
    used.add(`${next}`);
    return `${next}`;
  };
}
