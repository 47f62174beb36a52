import { transceiversOf } from "../../connection/attributes.ts";
import { at } from "../../connection/structure/list.ts";
import type { HeldTransceiver } from "../rtp/held-transceiver.ts";
import { mediaStream, mediaStreamTrack, type SentTrack } from "../rtp/media.ts";
import { senderInterface } from "../rtp/sender.ts";
import { nullable, usvString } from "../web-idl/convert.ts";
import { presentMembers } from "../web-idl/dictionary.ts";
import { heldBy, interfaceType } from "../web-idl/interface.ts";
import { type Member, method, optional, promiseMethod, readonly, required, variadic } from "../web-idl/members.ts";
import { dataChannelInit, trackOrKind, transceiverInit } from "./arguments.ts";
import { getStatsOfTrack } from "./get-stats.ts";
import type { HeldPeerConnection } from "./held-peer-connection.ts";
import { objectsWithId, transceiverObjects } from "./transceiver-objects.ts";

function objectsInSet(peer: HeldPeerConnection): readonly HeldTransceiver[] {
  return transceiversOf(peer.driver.connection).map((slots) => transceiverObjects(peer, slots));
}

// Those of transceivers that are not stopped.
function objectsNotStopped(peer: HeldPeerConnection): readonly HeldTransceiver[] {
  const slots = transceiversOf(peer.driver.connection).filter(({ stopped }) => !stopped);
  return slots.map((each) => transceiverObjects(peer, each));
}

function remember({ sentTracks }: HeldPeerConnection, track: SentTrack): SentTrack {
  sentTracks.set(track.id, track);
  return { id: track.id, kind: track.kind };
}

/** The RTP media API, and the peer-to-peer data API. @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface-extensions */
export const mediaMembers: Readonly<Record<string, Member<HeldPeerConnection>>> = {
  getSenders: method([], (peer: HeldPeerConnection) => objectsNotStopped(peer).map(({ sender }) => sender)),
  getReceivers: method([], (peer: HeldPeerConnection) => objectsNotStopped(peer).map(({ receiver }) => receiver)),
  getTransceivers: method([], (peer: HeldPeerConnection) => objectsInSet(peer).map(({ transceiver }) => transceiver)),
  addTrack: method([required(mediaStreamTrack), variadic(mediaStream)], (peer: HeldPeerConnection, track, streams) => {
    const id = peer.driver.call({
      method: "addTrack",
      track: remember(peer, track),
      streams: streams.map((stream) => stream.id),
    });
    return objectsWithId(peer, id as number)?.sender;
  }),
  removeTrack: method([required(interfaceType(senderInterface))], (peer: HeldPeerConnection, sender) => {
    const { owner, id } = heldBy(senderInterface, sender) as HeldTransceiver;
    // No connection has given that many ids.
    peer.driver.call({ method: "removeTrack", transceiver: owner === peer ? id : Number.MAX_SAFE_INTEGER });
  }),
  addTransceiver: method(
    [required(trackOrKind), optional(transceiverInit)],
    (peer: HeldPeerConnection, given, { direction, streams, sendEncodings }) => {
      const id = peer.driver.call({
        method: "addTransceiver",
        trackOrKind: (typeof given === "string" ? given : remember(peer, given)) as SentTrack,
        init: {
          direction: direction as "sendrecv",
          streams: streams.map((stream) => stream.id),
          sendEncodings: sendEncodings.map(presentMembers) as [],
        },
      });
      return objectsWithId(peer, id as number)?.transceiver;
    },
  ),
  getStats: promiseMethod([optional(nullable(mediaStreamTrack))], getStatsOfTrack),
  sctp: readonly(({ endpoint }: HeldPeerConnection) => endpoint.sctp),
  createDataChannel: method(
    [required(usvString), optional(dataChannelInit)],
    ({ driver, endpoint }: HeldPeerConnection, label, init) => {
      const channel = driver.call({ method: "createDataChannel", label, init }) as number;
      const { dataChannels } = driver.connection;
      const id = at(dataChannels, dataChannels.size - 1)?.id ?? null;
      const { ordered, maxPacketLifeTime = null, maxRetransmits = null, protocol, negotiated } = init;
      return endpoint.createDataChannel(channel, id, {
        label,
        ordered,
        maxPacketLifeTime,
        maxRetransmits,
        protocol,
        negotiated,
      });
    },
  ),
};
