import { defaultStream } from "../../connection/media-description/media-description.ts";
import { createIceCandidate } from "../description/ice-candidate.ts";
import type { StackEffect } from "../driver/driver.ts";
import { iceEventInterface, trackEventInterface } from "../events/events.ts";
import { dataChannelEventInterface } from "../network/objects/data-channel-event.ts";
import type { Interface } from "../web-idl/interface.ts";
import type { HeldPeerConnection } from "./held-peer-connection.ts";
import { objectsWithId } from "./transceiver-objects.ts";

/** Carries out an effect of the model: fires an event, changes remote media, or drives the transports. */
export function carryOutEffect(peer: HeldPeerConnection, effect: StackEffect) {
  const { endpoint } = peer;
  switch (effect.type) {
    case "signalingstatechange":
    case "negotiationneeded":
      return fireEvent(peer, effect.type);
    case "icecandidate": {
      const candidate = createIceCandidate(peer.realm, effect.candidate);
      endpoint.candidateSurfaced(effect.candidate, candidate);
      return fireOf(peer, iceEventInterface, "icecandidate", { candidate });
    }
    case "datachannel": {
      const channel = endpoint.dataChannelAnnounced(effect.channel, effect.id);
      return fireOf(peer, dataChannelEventInterface, "datachannel", { channel });
    }
    case "create-transport":
      return endpoint.createTransport(effect.transport, effect.mid);
    case "close-transport":
      return endpoint.closeTransport(effect.transport);
    case "create-sctp-transport":
      return endpoint.createSctpTransport(effect.transport);
    case "close-sctp-transport":
      return endpoint.closeSctpTransport();
    case "data-channel-id":
      return endpoint.dataChannelId(effect.channel, effect.id);
    case "data-channel-error":
      return endpoint.dataChannelError(effect.channel);
    case "close-data-channel":
      return endpoint.closeDataChannel(effect.channel);
    case "destroy-ice-agent":
      return endpoint.close();
    // What is configured is passed on by setConfiguration(), with what the model does not know.
    case "configure":
    case "stop-sending-and-receiving":
      return;
    default:
      return carryOutForMedia(peer, effect);
  }
}

type MediaEffect = Extract<
  StackEffect,
  { readonly type: `${"" | "un"}mute` | "track" | "remove-track" | "add-track" | "ended" }
>;

function carryOutForMedia(peer: HeldPeerConnection, effect: MediaEffect) {
  const { media } = peer;
  const held = objectsWithId(peer, effect.transceiver);
  if (held === null) return;
  switch (effect.type) {
    case "mute":
    case "unmute":
      return media.setMuted(held.track, effect.type === "mute");
    case "ended":
      return media.endTrack(held.track);
    case "add-track":
      return media.addTrack(streamWithId(peer, effect.stream), held.track);
    case "remove-track":
      return media.removeTrack(streamWithId(peer, effect.stream), held.track);
    case "track":
      return fireOf(peer, trackEventInterface, "track", {
        receiver: held.receiver,
        track: held.track,
        streams: effect.streams.map((id) => streamWithId(peer, id)),
        transceiver: held.transceiver,
      });
  }
}

function streamWithId({ streams, media, environment }: HeldPeerConnection, id: string): object {
  const known = streams.get(id);
  if (known !== undefined) return known;
  const made = media.createStream(id === defaultStream ? environment.random.uuid() : id);
  streams.set(id, made);
  return made;
}

/** Fires an event at the connection. */
export function fireEvent({ realm, object }: HeldPeerConnection, type: string): void {
  const { Event } = realm.host as unknown as { readonly Event: new (type: string) => object };
  dispatch(object, new Event(type));
}

/** Fires an event of that interface at the connection. */
export function fireOf<State extends object>(
  { realm, object }: HeldPeerConnection,
  definition: Interface<State>,
  type: string,
  init: object,
): void {
  dispatch(object, new (realm.classOf(definition))(type, init));
}

function dispatch(target: object, event: object): void {
  (target as { dispatchEvent(event: object): boolean }).dispatchEvent(event);
}
