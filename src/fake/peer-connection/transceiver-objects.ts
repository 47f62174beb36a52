import type { Connection } from "../../connection/connection.ts";
import { transceiverWithId } from "../../connection/draft.ts";
import type { Transceiver } from "../../connection/transceivers/transceiver.ts";
import { createDtmfSender } from "../rtp/dtmf-sender.ts";
import { type HeldTransceiver, leaveSet } from "../rtp/held-transceiver.ts";
import { receiverInterface } from "../rtp/receiver.ts";
import { senderInterface } from "../rtp/sender.ts";
import { transceiverInterface } from "../rtp/transceiver.ts";
import type { HeldPeerConnection } from "./held-peer-connection.ts";

/** The objects of a transceiver that is in the set, made when they are asked for first. */
export function transceiverObjects(peer: HeldPeerConnection, { id, kind, receiver }: Transceiver): HeldTransceiver {
  const known = peer.transceivers.get(id);
  if (known !== undefined) return known;
  const { realm, media } = peer;
  const held: HeldTransceiver = {
    owner: peer,
    id,
    kind,
    left: null,
    lastReturnedParameters: null,
    track: media.createTrack(kind),
    transceiver: {},
    sender: {},
    dtmf: null,
    receiver: {},
  };
  held.transceiver = realm.create(transceiverInterface, held);
  held.sender = realm.create(senderInterface, held);
  held.dtmf = createDtmfSender(held);
  held.receiver = realm.create(receiverInterface, held);
  if (!receiver.muted) media.setMuted(held.track, false);
  peer.transceivers.set(id, held);
  return held;
}

/** The objects of the transceiver with that id; null where the set does not have it. */
export function objectsWithId(peer: HeldPeerConnection, id: number): HeldTransceiver | null {
  const slots = transceiverWithId(peer.driver.connection, id);
  return slots === undefined ? (peer.transceivers.get(id) ?? null) : transceiverObjects(peer, slots);
}

/** Notes which transceivers have left the set, with what they were. */
export function noteThoseThatLeft(peer: HeldPeerConnection, before: Connection, after: Connection): void {
  if (before.transceivers === after.transceivers) return;
  for (const [id, held] of peer.transceivers) {
    const slots = transceiverWithId(before, id);
    if (slots !== undefined && transceiverWithId(after, id) === undefined) leaveSet(held, slots);
  }
}

/** Forgets the objects of those that have left, once the effects that speak of them are carried out. */
export function forgetThoseThatLeft({ transceivers }: HeldPeerConnection): void {
  for (const [id, { left }] of transceivers) if (left !== null) transceivers.delete(id);
}
