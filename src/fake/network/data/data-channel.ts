import type { Clock } from "../../world/clock.ts";
import type { Message } from "./message.ts";

/** What createDataChannel() was called with, after its conversion. */
export interface NewDataChannel {
  readonly label: string;
  readonly ordered: boolean;
  readonly maxPacketLifeTime: number | null;
  readonly maxRetransmits: number | null;
  readonly protocol: string;
  readonly negotiated: boolean;
}

/** The messages that have gone one way, and their bytes. */
export interface Traffic {
  messages: number;
  bytes: number;
}

/** What waits to be sent on a channel, in this order. */
export type Outgoing =
  | { readonly kind: "open" }
  | { readonly kind: "message"; readonly bytes: number; message: Message | null }
  | { readonly kind: "reset" };

/** What the data channels of one connection share. */
export interface ChannelOwner {
  readonly clock: Clock;
  readonly isClosed: boolean;
  /** Null where no description limits it. */
  readonly maxMessageSize: number | null;
  readonly maxBufferSize: number | null;
  domException(name: string, message: string): Error;
  fire(target: object, type: string): void;
  fireError(target: object, detail: "sctp-failure" | "data-channel-failure", message: string): void;
  fireMessage(target: object, data: unknown): void;
  /** Something was added to `outgoing`. */
  pump(channel: RtcDataChannel): void;
  /** The channel is closing or closed: it leaves `[[DataChannels]]`. */
  remove(channel: RtcDataChannel): void;
}

/**
 * What an RTCDataChannel holds, and what its underlying data transport knows of it.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcdatachannel
 */
export class RtcDataChannel {
  readonly owner: ChannelOwner;
  readonly init: NewDataChannel;
  /** The RTCDataChannel. */
  readonly object: object;
  /** The model's number; null before the model has heard of it. */
  number: number | null = null;
  id: number | null;
  readyState: "connecting" | "open" | "closing" | "closed" = "connecting";
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  binaryType: "blob" | "arraybuffer" = "arraybuffer";

  readonly outgoing: Outgoing[] = [];
  /** What has come in before `open` was fired. */
  #early: Message[] | null = [];
  /** Was it announced, or opened by the peer? */
  isAnnounced = false;
  /** Has it been open? */
  wasOpen = false;
  readonly sentTraffic: Traffic = { messages: 0, bytes: 0 };
  readonly receivedTraffic: Traffic = { messages: 0, bytes: 0 };
  resetSent = false;
  resetReceived = false;

  constructor(owner: ChannelOwner, init: NewDataChannel, id: number | null, object: object) {
    this.owner = owner;
    this.init = init;
    this.id = id;
    this.object = object;
  }

  /** @see https://w3c.github.io/webrtc-pc/#dfn-announce-the-rtcdatachannel-as-open */
  announceOpen(): void {
    this.isAnnounced = true;
    this.owner.clock.queueTask(() => {
      if (this.owner.isClosed || this.readyState === "closing" || this.readyState === "closed") return;
      this.readyState = "open";
      this.wasOpen = true;
      this.owner.fire(this.object, "open");
      const early = this.#early ?? [];
      this.#early = null;
      for (const message of early) this.#queueMessage(message);
    });
  }

  /** A message has come in. @see https://w3c.github.io/webrtc-pc/#dfn-receiving-messages-on-a-data-channel */
  receive(message: Message, bytes: number): void {
    count(this.receivedTraffic, bytes);
    if (this.#early === null) this.#queueMessage(message);
    else this.#early.push(message);
  }

  #queueMessage(message: Message): void {
    this.owner.clock.queueTask(() => {
      if (this.readyState !== "open" || this.owner.isClosed) return;
      this.owner.fireMessage(this.object, dataOf(message, this.binaryType));
    });
  }

  /** close(), and the closing procedure. @see https://w3c.github.io/webrtc-pc/#dfn-closing-procedure */
  close() {
    if (this.readyState === "closing" || this.readyState === "closed") return;
    this.readyState = "closing";
    this.owner.clock.queueTask(() => this.owner.remove(this));
    if (!this.isAnnounced) return this.announceClosed(null);
    this.outgoing.push({ kind: "reset" });
    this.owner.pump(this);
  }

  /** The peer has closed its side. */
  receiveReset() {
    this.resetReceived = true;
    if (this.resetSent) return this.announceClosed(null);
    this.owner.clock.queueTask(() => {
      if (this.owner.isClosed || this.readyState === "closed") return;
      this.owner.remove(this);
      if (this.readyState === "closing") return;
      this.readyState = "closing";
      this.owner.fire(this.object, "closing");
      this.outgoing.push({ kind: "reset" });
      this.owner.pump(this);
    });
  }

  /** The underlying data transport is closed. @see https://w3c.github.io/webrtc-pc/#dfn-announcing-a-data-channel-as-closed */
  announceClosed(error: "sctp-failure" | "data-channel-failure" | null): void {
    this.owner.clock.queueTask(() => {
      if (this.owner.isClosed || this.readyState === "closed") return;
      this.readyState = "closed";
      this.owner.remove(this);
      if (error !== null) this.owner.fireError(this.object, error, messages[error]);
      this.owner.fire(this.object, "close");
    });
  }

  /** So many bytes have left the queue: a task reduces bufferedAmount. */
  sent(bytes: number): void {
    count(this.sentTraffic, bytes);
    this.owner.clock.queueTask(() => {
      if (this.owner.isClosed) return;
      const before = this.bufferedAmount;
      this.bufferedAmount -= bytes;
      const threshold = this.bufferedAmountLowThreshold;
      if (before > threshold && this.bufferedAmount <= threshold) this.owner.fire(this.object, "bufferedamountlow");
    });
  }
}

function count(traffic: Traffic, bytes: number): void {
  traffic.messages++;
  traffic.bytes += bytes;
}

const messages = {
  "sctp-failure": "The peer has ended the association.",
  "data-channel-failure": "The channel has no id that the association takes.",
};

function dataOf(message: Message, binaryType: "blob" | "arraybuffer"): unknown {
  if (typeof message === "string" || binaryType === "arraybuffer") return message;
  const { Blob } = globalThis as unknown as { readonly Blob: new (parts: readonly ArrayBuffer[]) => object };
  return new Blob([message]);
}
