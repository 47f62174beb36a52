import { transceiverWithId } from "../../connection/draft.ts";
import type { Transceiver } from "../../connection/transceivers/transceiver.ts";
import { receives, sends } from "../../sdp/description/direction.ts";
import type { DtlsTransport } from "../network/dtls-transport.ts";
import type { SentTrack } from "../rtp/media.ts";
import { type NegotiatedCodec, negotiatedFor } from "../rtp/negotiated.ts";
import { fnv1a, type GatheredStats } from "./stats.ts";
import { transportName } from "./transport-stats.ts";

/** A transceiver for which media flows, and that of the peer's which is its other end. */
interface Flow {
  readonly own: Transceiver;
  readonly far: Transceiver;
  readonly dtls: DtlsTransport;
  readonly peer: DtlsTransport;
  readonly transportId: string;
  readonly codecId: string;
}

/** Adds the statistics of the source of a sender's track. No sample and no frame is ever made. */
export function addMediaSourceStats(gathered: GatheredStats, transceiver: number, track: SentTrack): void {
  const { id: trackIdentifier, kind } = track;
  const { width, height } = track.getSettings?.() ?? {};
  gathered.add("media-source", mediaSourceName(transceiver), {
    ...{ trackIdentifier, kind },
    ...(kind === "video"
      ? { width, height, frames: 0, framesPerSecond: 0 }
      : { totalAudioEnergy: 0, totalSamplesDuration: 0 }),
  });
}

function mediaSourceName(transceiver: number): string {
  return `media-source ${transceiver}`;
}

function streamName(type: string, transceiver: number, encoding: number): string {
  return `${type} ${transceiver} ${encoding}`;
}

/**
 * Adds the statistics of the RTP streams of a transceiver, with those of their codecs and of the other side's reports. They
 * are there as long as media flows; no packet is ever sent, so that all that is counted is 0.
 *
 * @param trackIdentifier the id of the receiver's track
 * @see https://w3c.github.io/webrtc-stats/#streamstats-dict*
 */
export function addRtpStats(
  gathered: GatheredStats,
  dtls: DtlsTransport,
  own: Transceiver,
  trackIdentifier: string,
): void {
  const flow = flowOf(gathered, dtls, own);
  if (flow === null) return;
  if (own.sender.track !== null && sends(own.currentDirection)) addOutbound(gathered, flow);
  if (!own.receiver.muted && receives(own.currentDirection)) addInbound(gathered, flow, trackIdentifier);
}

function flowOf(gathered: GatheredStats, dtls: DtlsTransport, own: Transceiver): Flow | null {
  const { peer } = dtls;
  const { model } = dtls.agent;
  const peerModel = peer?.agent.model ?? null;
  if (peer === null || model === null || peerModel === null || dtls.state !== "connected" || own.stopping) return null;
  const far = transceiverWithId(peerModel, peerModel.associations[`:${own.mid}`] ?? -1);
  const [codec] = negotiatedFor(model, own.mid).codecs;
  if (far === undefined || far.stopping || codec === undefined) return null;
  const transportId = gathered.idOf(transportName(own.sender.transport as number));
  return { own, far, dtls, peer, transportId, codecId: addCodec(gathered, transportId, codec) };
}

function addCodec(gathered: GatheredStats, transportId: string, codec: NegotiatedCodec): string {
  const name = `codec ${transportId} ${codec.payloadType} ${codec.mimeType}`;
  return gathered.add("codec", name, { ...codec, transportId });
}

const sentNothing = { packetsSent: 0, bytesSent: 0 };
const receivedNothing = { packetsReceived: 0, packetsLost: 0, jitter: 0 };

function addOutbound(gathered: GatheredStats, flow: Flow): void {
  const { id, kind, mid, sender } = flow.own;
  for (const [encoding, { active, rid }] of sender.sendEncodings.entries()) {
    const name = streamName("outbound-rtp", id, encoding);
    const stream = streamMembers(flow, flow.dtls, encoding);
    gathered.add("outbound-rtp", name, {
      ...{ ...stream, mid, rid, active, ...sentNothing, nackCount: 0 },
      mediaSourceId: gathered.idOf(mediaSourceName(id)),
      remoteId: gathered.idOf(reportOf(name)),
      ...(kind === "video" && { framesEncoded: 0, framesSent: 0 }),
    });
    gathered.add("remote-inbound-rtp", reportOf(name), {
      ...{ ...stream, ...receivedNothing, localId: gathered.idOf(name), roundTripTime: 0 },
    });
  }
}

function addInbound(gathered: GatheredStats, flow: Flow, trackIdentifier: string): void {
  const { id, kind, mid } = flow.own;
  for (const encoding of flow.far.sender.sendEncodings.keys()) {
    const name = streamName("inbound-rtp", id, encoding);
    const stream = streamMembers(flow, flow.peer, encoding);
    gathered.add("inbound-rtp", name, {
      ...{ ...stream, mid, trackIdentifier, ...receivedNothing, packetsDiscarded: 0, bytesReceived: 0, nackCount: 0 },
      remoteId: gathered.idOf(reportOf(name)),
      ...(kind === "video"
        ? { framesDecoded: 0, framesDropped: 0, framesReceived: 0 }
        : { totalAudioEnergy: 0, totalSamplesDuration: 0 }),
    });
    gathered.add("remote-outbound-rtp", reportOf(name), {
      ...{ ...stream, ...sentNothing, localId: gathered.idOf(name), remoteTimestamp: gathered.timestamp },
    });
  }
}

function reportOf(name: string): string {
  return `report of ${name}`;
}

function streamMembers({ own: { kind, mid }, transportId, codecId }: Flow, sender: DtlsTransport, encoding: number) {
  // Both sides come to the same number.
  const ssrc = fnv1a(`${sender.agent.certificate.fingerprint} ${mid} ${encoding}`);
  return { ssrc, kind, transportId, codecId };
}
