import type { Clock } from "../../world/clock.ts";
import type { DtlsTransport } from "../dtls-transport.ts";
import { afterFlights } from "../flights.ts";
import { isConnected } from "../ice/connectivity.ts";
import { type ChannelOwner, type NewDataChannel, type Outgoing, RtcDataChannel } from "./data-channel.ts";
import type { RtcSctpTransport } from "./sctp-transport.ts";

/** What a connection provides to its data transport. */
export interface DataAgent extends Pick<ChannelOwner, "domException" | "fire" | "fireError" | "fireMessage"> {
  readonly clock: Clock;
  readonly isClosed: boolean;
  /** Makes the RTCDataChannel, which holds what the function makes for it. */
  createChannel(hold: (object: object) => RtcDataChannel): RtcDataChannel;
  /** The peer has opened a channel with that id. */
  dataChannelOpened(id: number): void;
  /** The channel with that number is closed. */
  dataChannelClosed(channel: number): void;
}

/** The streams of an association, each way. */
const maxChannels = 65_535;

// What lies above a DTLS transport, so that the one of the peer is found.
const aboveDtls = /* @__PURE__ */ new WeakMap<DtlsTransport, DataTransport>();

/** The SCTP association of a connection, and its data channels. @see https://w3c.github.io/webrtc-pc/#peer-to-peer-data-api */
export class DataTransport implements ChannelOwner {
  readonly #agent: DataAgent;
  readonly #byNumber = new Map<number, RtcDataChannel>();
  readonly #byId = new Map<number, RtcDataChannel>();
  /** All that were ever made: statistics have the closed ones too. */
  readonly made: RtcDataChannel[] = [];
  /** `[[DataChannels]]`. */
  readonly channels = new Set<RtcDataChannel>();
  /** The RTCSctpTransport, and what it holds. */
  sctp: { readonly object: object; readonly held: RtcSctpTransport } | null = null;
  /** Has an answer negotiated the association? */
  isNegotiated = false;
  #peer: DataTransport | null = null;

  constructor(agent: DataAgent) {
    this.#agent = agent;
  }

  get clock(): Clock {
    return this.#agent.clock;
  }
  get isClosed(): boolean {
    return this.#agent.isClosed;
  }
  get maxMessageSize(): number | null {
    return this.sctp?.held.maxMessageSize ?? null;
  }
  get maxBufferSize(): number | null {
    return this.sctp?.held.maxBufferSize ?? null;
  }
  domException(name: string, message: string): Error {
    return this.#agent.domException(name, message);
  }
  fire(target: object, type: string): void {
    this.#agent.fire(target, type);
  }
  fireError(target: object, detail: "sctp-failure" | "data-channel-failure", message: string): void {
    this.#agent.fireError(target, detail, message);
  }
  fireMessage(target: object, data: unknown): void {
    this.#agent.fireMessage(target, data);
  }

  /** The association of the m= section that a description describes, over that transport. */
  setTransport(dtls: DtlsTransport): void {
    if (this.sctp !== null) this.sctp.held.dtls = dtls;
    aboveDtls.set(dtls, this);
  }

  create(number: number, id: number | null, init: NewDataChannel): RtcDataChannel {
    const channel = this.#make(id, init);
    this.#setNumber(channel, number);
    this.channels.add(channel);
    if (this.sctp?.held.state === "connected") this.#open(channel);
    return channel;
  }

  /** The channel with that id, which the peer has opened, has this number. */
  number(number: number, id: number): RtcDataChannel {
    const channel = this.#byId.get(id) as RtcDataChannel;
    this.#setNumber(channel, number);
    return channel;
  }

  #setNumber(channel: RtcDataChannel, number: number): void {
    channel.number = number;
    this.#byNumber.set(number, channel);
  }

  withNumber(number: number): RtcDataChannel | undefined {
    return this.#byNumber.get(number);
  }

  /** Both sides that have negotiated it set up the association, once DTLS is connected. */
  associate(): void {
    const peer = aboveDtls.get(this.sctp?.held.dtls.peer as DtlsTransport);
    if (this.#peer !== null || peer === undefined || !this.#isReady() || !peer.#isReady()) return;
    this.#peer = peer;
    peer.#peer = this;
    // INIT, INIT ACK, COOKIE ECHO, COOKIE ACK.
    afterFlights(this.clock, 4, () => {
      this.#connected();
      peer.#connected();
    });
  }

  #isReady(): boolean {
    return this.isNegotiated && !this.isClosed && this.sctp?.held.dtls.state === "connected";
  }

  /** @see https://w3c.github.io/webrtc-pc/#dfn-rtcsctptransport-connected */
  #connected(): void {
    this.clock.queueTask(() => {
      if (this.isClosed || this.sctp === null || this.#peer === null) return;
      const { object, held } = this.sctp;
      held.maxChannels = maxChannels;
      held.state = "connected";
      for (const channel of this.channels) this.#open(channel);
      this.fire(object, "statechange");
    });
  }

  #open(channel: RtcDataChannel) {
    const { id, init } = channel;
    if (id === null || id >= maxChannels) return channel.announceClosed("data-channel-failure");
    this.#byId.set(id, channel);
    if (!init.negotiated) channel.outgoing.unshift({ kind: "open" });
    channel.announceOpen();
    this.pump(channel);
  }

  /** Sends what waits, as far as the way to the peer is open. */
  pump(channel: RtcDataChannel): void {
    const peer = this.#peer;
    const ice = this.sctp?.held.dtls.ice;
    if (peer === null || ice === undefined || !isConnected(ice)) return;
    for (let next = channel.outgoing[0]; next !== undefined && isRead(next); next = channel.outgoing[0]) {
      channel.outgoing.shift();
      send(next, channel, peer);
    }
  }

  /** The way to the peer is open again. */
  pumpAll(): void {
    for (const channel of this.#byId.values()) this.pump(channel);
  }

  /** The peer has opened a channel. @see https://w3c.github.io/webrtc-pc/#dfn-announce-a-data-channel-instance */
  opened(id: number, init: NewDataChannel): void {
    if (this.#byId.has(id)) return;
    const channel = this.#make(id, { ...init, negotiated: false });
    channel.isAnnounced = true;
    this.#byId.set(id, channel);
    this.clock.queueTask(() => {
      if (this.isClosed) return;
      this.channels.add(channel);
      channel.readyState = "open";
      channel.wasOpen = true;
      this.#agent.dataChannelOpened(id);
      channel.announceOpen();
    });
  }

  withId(id: number): RtcDataChannel | undefined {
    return this.#byId.get(id);
  }

  remove(channel: RtcDataChannel): void {
    const { id, number, readyState } = channel;
    this.channels.delete(channel);
    if (readyState !== "closed") return;
    if (id !== null && this.#byId.get(id) === channel) this.#byId.delete(id);
    if (number !== null && this.#byNumber.delete(number)) this.#agent.dataChannelClosed(number);
  }

  /** Ends the association, which the peer hears of. The events of this side are not fired where its connection is closed. */
  end(): void {
    const peer = this.#peer;
    this.#peer = null;
    this.#ended(null);
    peer?.endedByPeer();
  }

  /** The peer has ended the association, with an SCTP ABORT or DTLS. */
  endedByPeer(): void {
    if (this.#peer === null) return;
    this.#peer = null;
    this.#ended("sctp-failure");
  }

  /** The connection is closed: nothing but the event of the SCTP transport is fired any more. */
  closeAbruptly(): void {
    for (const channel of this.channels) channel.readyState = "closed";
    if (this.sctp !== null) this.sctp.held.state = "closed";
  }

  #ended(error: "sctp-failure" | null): void {
    for (const channel of new Set([...this.channels, ...this.#byId.values()])) channel.announceClosed(error);
    const { sctp } = this;
    if (sctp === null) return;
    this.clock.queueTask(() => {
      sctp.held.state = "closed";
      this.fire(sctp.object, "statechange");
    });
  }

  #make(id: number | null, init: NewDataChannel): RtcDataChannel {
    const channel = this.#agent.createChannel((object) => new RtcDataChannel(this, init, id, object));
    this.made.push(channel);
    return channel;
  }
}

// A Blob that is being read holds up what comes after it.
function isRead(outgoing: Outgoing): boolean {
  return outgoing.kind !== "message" || outgoing.message !== null;
}

function send(outgoing: Outgoing, channel: RtcDataChannel, peer: DataTransport) {
  const id = channel.id as number;
  if (outgoing.kind === "open") return peer.opened(id, channel.init);
  if (outgoing.kind === "message") {
    channel.sent(outgoing.bytes);
    return peer.withId(id)?.receive(outgoing.message as string, outgoing.bytes);
  }
  channel.resetSent = true;
  const other = peer.withId(id);
  if (channel.resetReceived || other === undefined) channel.announceClosed(null);
  other?.receiveReset();
}
