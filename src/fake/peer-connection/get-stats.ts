import { transceiversOf } from "../../connection/attributes.ts";
import type { Transceiver } from "../../connection/transceivers/transceiver.ts";
import { domExceptionIn } from "../error/exceptions.ts";
import type { SentTrack } from "../rtp/media.ts";
import { addDataStats } from "../stats/data-stats.ts";
import { addMediaSourceStats, addRtpStats } from "../stats/rtp-stats.ts";
import { GatheredStats, type Stats, selectStats } from "../stats/stats.ts";
import { statsReportInterface } from "../stats/stats-report.ts";
import { addTransportStats } from "../stats/transport-stats.ts";
import type { HeldPeerConnection } from "./held-peer-connection.ts";
import { transceiverObjects } from "./transceiver-objects.ts";

/** Of what statistics are asked for: of the streams that a transceiver sends, or receives. */
export interface StatsSelector {
  readonly type: "outbound-rtp" | "inbound-rtp";
  readonly mid: string | null;
}

/** getStats() of a sender or a receiver; null selects the whole connection. @see https://w3c.github.io/webrtc-pc/#sec.stats-model */
export function getStats(peer: HeldPeerConnection, selector: StatsSelector | null): Promise<object> {
  const { clock } = peer.environment;
  return new Promise((resolve) => clock.queueTask(() => resolve(createReport(peer, selector))));
}

/** getStats() of the connection. @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-getstats */
export function getStatsOfTrack(peer: HeldPeerConnection, track: SentTrack | null): Promise<object> {
  if (track === null) return getStats(peer, null);
  const [selector, another] = transceiversOf(peer.driver.connection).flatMap((transceiver) =>
    selectorsFor(peer, transceiver, track),
  );
  if (selector !== undefined && another === undefined) return getStats(peer, selector);
  const found = another === undefined ? "no sender and no receiver has" : "more than one sender or receiver has";
  const message = `getStats() is refused: ${found} this track. Call getStats() of the sender or of the receiver.`;
  throw domExceptionIn(peer.realm, "InvalidAccessError", message);
}

function selectorsFor(peer: HeldPeerConnection, transceiver: Transceiver, track: SentTrack): readonly StatsSelector[] {
  const { mid, sender, stopped } = transceiver;
  if (stopped) return [];
  const isSent = sender.track !== null && peer.sentTracks.get(sender.track) === track;
  const isReceived = transceiverObjects(peer, transceiver).track === track;
  return [
    ...(isSent ? [{ type: "outbound-rtp", mid } as const] : []),
    ...(isReceived ? [{ type: "inbound-rtp", mid } as const] : []),
  ];
}

function createReport(peer: HeldPeerConnection, selector: StatsSelector | null): object {
  const all = gatherStats(peer);
  const stats =
    selector === null ? all : selectStats(all, ({ type, mid }) => type === selector.type && mid === selector.mid);
  return peer.realm.create(statsReportInterface, (object) => ({ object, stats }));
}

function gatherStats(peer: HeldPeerConnection): ReadonlyMap<string, Stats> {
  const { clock } = peer.environment;
  const { connection } = peer.driver;
  const { transports, dataChannels } = peer.endpoint;
  const gathered = new GatheredStats(clock.epoch + clock.now(), peer.cname);
  const dataTransport = connection.sctpTransport?.transport ?? null;
  addDataStats(gathered, dataTransport, dataChannels);
  for (const [id, dtls] of transports)
    if (dtls.state !== "closed") addTransportStats(gathered, id, dtls, id === dataTransport ? dataChannels : []);
  for (const transceiver of transceiversOf(connection)) {
    const { track, transport } = transceiver.sender;
    const sent = track === null ? undefined : peer.sentTracks.get(track);
    if (sent !== undefined && !transceiver.stopped) addMediaSourceStats(gathered, transceiver.id, sent);
    const dtls = transport === null ? undefined : transports.get(transport);
    const received = transceiverObjects(peer, transceiver).track as SentTrack;
    if (dtls !== undefined) addRtpStats(gathered, dtls, transceiver, received.id);
  }
  return gathered.byId;
}
