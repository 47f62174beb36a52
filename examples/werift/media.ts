import { randomUUID } from "node:crypto";
import { transceiversOf } from "jsep-machine/connection";
import type { MediaDescription, RTCDtlsTransport, RtpPacket } from "werift";
import type { Owner } from "./owner.ts";
import type { MediaStreamTrack } from "./streams.ts";

const cname = randomUUID();
const sdesMid = "urn:ietf:params:rtp-hdrext:sdes:mid";

/** RTP: from the senders' tracks to their transports, and from transports to the receivers' tracks. */
export class Media {
  #owner: Owner;
  #answered = new Map<string, MediaDescription["rtp"]>();

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** Takes what an answer says of an m= section. */
  prepare(mid: string, dtls: RTCDtlsTransport, { kind, rtp }: MediaDescription): void {
    const transceiver = transceiversOf(this.#owner.connection).find((one) => one.mid === mid);
    if (transceiver === undefined || kind === "application") return;
    this.#answered.set(mid, rtp);
    const sender = this.#owner.transceiver(transceiver.id).sender.rtp;
    sender.setDtlsTransport(dtls);
    sender.prepareSend({ ...rtp, muxId: mid, rtcp: { cname, mux: true } });
  }

  /** Sends what is written to a track, as long as a sender has it and may send. */
  sendFrom(track: MediaStreamTrack, id: string): void {
    track.onReceiveRtp.subscribe((packet) => {
      for (const { id: transceiver, sender, currentDirection } of transceiversOf(this.#owner.connection)) {
        if (sender.track !== id || !currentDirection?.startsWith("send")) continue;
        void this.#owner.transceiver(transceiver).sender.rtp.sendRtp(packet);
      }
    });
  }

  /** Gives a packet to the receiver of its m= section. */
  receive(packet: RtpPacket): void {
    const mid = [...this.#answered].find(([name, rtp]) => isFor(packet, name, rtp))?.[0];
    const transceiver = transceiversOf(this.#owner.connection).find((one) => one.mid === mid);
    if (transceiver === undefined || !transceiver.receptive) return;
    if (transceiver.receiver.muted) this.#owner.report({ type: "media", transceiver: transceiver.id, flows: true });
    this.#owner.transceiver(transceiver.id).receiver.track.onReceiveRtp.execute(packet);
  }
}

function isFor({ header }: RtpPacket, mid: string, { headerExtensions, codecs }: MediaDescription["rtp"]): boolean {
  const id = headerExtensions.find(({ uri }) => uri === sdesMid)?.id;
  const named = header.extensions.find((extension) => extension.id === id)?.payload.toString();
  return named === undefined ? codecs.some(({ payloadType }) => payloadType === header.payloadType) : named === mid;
}
