import { type Direction, type RtpCodec, type Transceiver, transceiversOf } from "jsep-machine/connection";
import type { RTCDtlsTransport } from "werift";
import { RTCRtpSender as RtpSender } from "werift";
import type { Owner } from "./owner.ts";
import { type MediaStream, MediaStreamTrack } from "./streams.ts";

/** A transceiver's attributes are what the connection says of it; it has no state of its own. */
export class RTCRtpTransceiver {
  readonly sender: RTCRtpSender;
  readonly receiver: RTCRtpReceiver;
  readonly id: number;
  readonly kind: "audio" | "video";
  #owner: Owner;
  #last: Transceiver;

  constructor(owner: Owner, id: number) {
    this.#owner = owner;
    this.id = id;
    this.#last = transceiversOf(owner.connection).find((one) => one.id === id) as Transceiver;
    this.kind = this.#last.kind;
    this.sender = new RTCRtpSender(owner, this);
    this.receiver = new RTCRtpReceiver(owner, this);
  }

  /** As the connection has it; one that has left the set is stopped. */
  get state(): Transceiver {
    const found = transceiversOf(this.#owner.connection).find(({ id }) => id === this.id);
    this.#last = found ?? { ...this.#last, mid: null, stopping: true, stopped: true };
    return this.#last;
  }
  get mid(): string | null {
    return this.state.mid;
  }
  get direction(): Direction | "stopped" {
    return this.state.stopping ? "stopped" : this.state.direction;
  }
  set direction(direction: Direction) {
    this.#owner.call({ method: "setDirection", transceiver: this.id, direction });
  }
  get currentDirection(): Direction | "stopped" | null {
    return this.state.stopped ? "stopped" : this.state.currentDirection;
  }
  stop(): void {
    this.#owner.call({ method: "stop", transceiver: this.id });
  }
  setCodecPreferences(codecs: readonly RtpCodec[]): void {
    this.#owner.call({ method: "setCodecPreferences", transceiver: this.id, codecs });
  }
}

export class RTCRtpSender {
  readonly rtp: RtpSender;
  readonly transceiver: RTCRtpTransceiver;
  #owner: Owner;

  constructor(owner: Owner, transceiver: RTCRtpTransceiver) {
    this.#owner = owner;
    this.transceiver = transceiver;
    this.rtp = new RtpSender(transceiver.kind);
  }

  get track(): MediaStreamTrack | null {
    return this.#owner.track(this.transceiver.state.sender.track);
  }
  get transport(): RTCDtlsTransport | null {
    return this.#owner.dtlsTransport(this.transceiver.state.sender.transport);
  }
  replaceTrack(track: MediaStreamTrack | null): unknown {
    const { id } = this.transceiver;
    return this.#owner.call({ method: "replaceTrack", transceiver: id, track: track && this.#owner.known(track) });
  }
  setStreams(...streams: readonly MediaStream[]): void {
    const { id } = this.transceiver;
    this.#owner.call({ method: "setStreams", transceiver: id, streams: streams.map((stream) => stream.id) });
  }
}

export class RTCRtpReceiver {
  readonly track: MediaStreamTrack;
  #owner: Owner;
  #transceiver: RTCRtpTransceiver;

  constructor(owner: Owner, transceiver: RTCRtpTransceiver) {
    this.#owner = owner;
    this.#transceiver = transceiver;
    this.track = new MediaStreamTrack({ kind: transceiver.kind, remote: true, muted: true });
  }

  get transport(): RTCDtlsTransport | null {
    return this.#owner.dtlsTransport(this.#transceiver.state.receiver.transport);
  }
}
