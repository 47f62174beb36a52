import type {
  CandidateInit,
  ConnectionOptions,
  DataChannelInit,
  Direction,
  MethodCall,
  OfferOptions,
} from "jsep-machine/connection";
import {
  canTrickleIceCandidates,
  dataChannelsOf,
  type Effect,
  localDescriptionWithCandidates,
  remoteDescriptionWithCandidates,
  transceiversOf,
} from "jsep-machine/connection";
import { type RTCDataChannel, RTCIceCandidate } from "werift";
import { capabilities } from "./capabilities.ts";
import { connect } from "./glue.ts";
import { defineHandlers } from "./handlers.ts";
import type { Owner } from "./owner.ts";
import { Stack } from "./stack.ts";
import { type TransportStates, transportStates } from "./states.ts";
import { MediaStream, type MediaStreamTrack } from "./streams.ts";
import { type RTCRtpReceiver, type RTCRtpSender, RTCRtpTransceiver } from "./transceiver.ts";

// By which the connection names the stream of the tracks that are in none by the other peer's description.
const defaultStream = "-";

type TransceiverInit = { direction?: Direction; streams?: readonly MediaStream[]; sendEncodings?: readonly object[] };

/** The connection decides, werift does: a method is a call, and an effect is an event, or work for the stack. */
export class RTCPeerConnection extends EventTarget {
  #glue;
  #owner: Owner;
  #stack: Stack;
  #states: TransportStates;
  #transceivers = new Map<number, RTCRtpTransceiver>();
  #tracks = new Map<string, MediaStreamTrack>();
  #streams = new Map<string, MediaStream>();

  constructor(configuration: ConnectionOptions = {}) {
    super();
    const { bundlePolicy, rtcpMuxPolicy, iceCandidatePoolSize } = configuration;
    const glue = connect(
      (work) => this.#stack.work(work),
      (effect) => this.#carryOut(effect),
      { bundlePolicy, rtcpMuxPolicy, iceCandidatePoolSize, capabilities },
    );
    this.#glue = glue;
    this.#owner = {
      get connection() {
        return glue.connection;
      },
      report: glue.report,
      call: glue.call,
      transceiver: (id) => this.#transceiver(id),
      dtlsTransport: (number) => this.#stack.transports.get(number ?? -1)?.dtls ?? null,
      known: (track) => this.#known(track),
      track: (id) => this.#tracks.get(id ?? "") ?? null,
    };
    this.#stack = new Stack(this.#owner, () => setTimeout(() => this.#fireStates(), 0));
    this.#stack.sctp.onDataChannel.subscribe((channel) => this.#fire("datachannel", { channel }));
    this.#states = transportStates(false, []);
  }

  get signalingState() {
    return this.#glue.connection.session.signalingState;
  }
  get localDescription() {
    return localDescriptionWithCandidates(this.#glue.connection);
  }
  get remoteDescription() {
    return remoteDescriptionWithCandidates(this.#glue.connection);
  }
  get pendingLocalDescription() {
    return this.#glue.connection.session.pendingLocalDescription && this.localDescription;
  }
  get currentLocalDescription() {
    return this.pendingLocalDescription === null
      ? this.localDescription
      : this.#glue.connection.session.currentLocalDescription;
  }
  get pendingRemoteDescription() {
    return this.#glue.connection.session.pendingRemoteDescription && this.remoteDescription;
  }
  get currentRemoteDescription() {
    return this.pendingRemoteDescription === null
      ? this.remoteDescription
      : this.#glue.connection.session.currentRemoteDescription;
  }
  get canTrickleIceCandidates() {
    return canTrickleIceCandidates(this.#glue.connection);
  }
  get sctp() {
    return this.#glue.connection.sctpTransport && this.#stack.sctp;
  }
  get iceGatheringState() {
    return this.#states.iceGatheringState;
  }
  get iceConnectionState() {
    return this.#states.iceConnectionState;
  }
  get connectionState() {
    return this.#states.connectionState;
  }

  createOffer(options?: OfferOptions) {
    return this.#call({ method: "createOffer", options });
  }
  createAnswer() {
    return this.#call({ method: "createAnswer" });
  }
  setLocalDescription(description?: unknown) {
    return this.#set({ method: "setLocalDescription", description });
  }
  setRemoteDescription(description: unknown) {
    return this.#set({ method: "setRemoteDescription", description });
  }
  addIceCandidate(candidate?: Partial<CandidateInit> | null) {
    return this.#call({ method: "addIceCandidate", candidate });
  }
  getTransceivers(): RTCRtpTransceiver[] {
    return transceiversOf(this.#glue.connection).map(({ id }) => this.#transceiver(id));
  }
  getSenders(): RTCRtpSender[] {
    return this.#running().map(({ sender }) => sender);
  }
  getReceivers(): RTCRtpReceiver[] {
    return this.#running().map(({ receiver }) => receiver);
  }
  addTransceiver(trackOrKind: MediaStreamTrack | "audio" | "video", init: TransceiverInit = {}): RTCRtpTransceiver {
    const known = typeof trackOrKind === "object" ? this.#known(trackOrKind) : trackOrKind;
    const streams = init.streams && this.#idsOf(init.streams);
    return this.#create({ method: "addTransceiver", trackOrKind: known, init: { ...init, streams } });
  }
  addTrack(track: MediaStreamTrack, ...streams: readonly MediaStream[]): RTCRtpSender {
    return this.#create({ method: "addTrack", track: this.#known(track), streams: this.#idsOf(streams) }).sender;
  }
  removeTrack({ transceiver }: RTCRtpSender): void {
    this.#glue.call({ method: "removeTrack", transceiver: transceiver.id });
  }
  createDataChannel(label: string, init: DataChannelInit = {}): RTCDataChannel {
    const channel = this.#glue.call({ method: "createDataChannel", label, init }) as number;
    const id = dataChannelsOf(this.#glue.connection).find((one) => one.channel === channel)?.id ?? null;
    return this.#stack.createDataChannel(channel, label, init, id);
  }
  restartIce(): void {
    this.#glue.call({ method: "restartIce" });
  }
  close(): void {
    this.#glue.call({ method: "close" });
    this.#states = transportStates(true, []);
  }

  #call(call: MethodCall) {
    return this.#glue.call(call) as Promise<never>;
  }
  #set(call: MethodCall) {
    const done = this.#call(call);
    done.then(
      () => this.#stack.negotiate(),
      () => {},
    );
    return done;
  }
  #create(call: MethodCall): RTCRtpTransceiver {
    return this.#transceiver(this.#glue.call(call) as number);
  }
  #transceiver(id: number): RTCRtpTransceiver {
    const transceiver = this.#transceivers.get(id) ?? new RTCRtpTransceiver(this.#owner, id);
    this.#transceivers.set(id, transceiver);
    return transceiver;
  }
  #has(id: number): boolean {
    return this.#transceivers.has(id) || transceiversOf(this.#glue.connection).some((one) => one.id === id);
  }
  #running(): RTCRtpTransceiver[] {
    return this.getTransceivers().filter((transceiver) => !transceiver.state.stopped);
  }
  #known(track: MediaStreamTrack) {
    track.id ??= track.uuid;
    if (!this.#tracks.has(track.id)) this.#stack.media.sendFrom(track, track.id);
    this.#tracks.set(track.id, track);
    return { id: track.id, kind: track.kind as "audio" | "video" };
  }
  #idsOf(streams: readonly MediaStream[]): string[] {
    return streams.map(({ id }) => id);
  }
  #stream(id: string): MediaStream {
    const stream = this.#streams.get(id) ?? new MediaStream([], id === defaultStream ? undefined : id);
    this.#streams.set(id, stream);
    return stream;
  }

  #carryOut(effect: Effect): void {
    // One that came and went within a step has no events.
    if ("transceiver" in effect && !this.#has(effect.transceiver)) return;
    if (effect.type === "signalingstatechange" || effect.type === "negotiationneeded") this.#fire(effect.type);
    else if (effect.type === "icecandidate")
      this.#fire(effect.type, { candidate: new RTCIceCandidate(effect.candidate) });
    else if (effect.type === "track") this.#fireTrack(this.#transceiver(effect.transceiver), effect.streams);
    else if (effect.type === "mute" || effect.type === "unmute")
      this.#remoteTrack(effect.transceiver).setMuted(effect.type === "mute");
    else if (effect.type === "ended") this.#remoteTrack(effect.transceiver).end();
    else if (effect.type === "add-track" || effect.type === "remove-track") this.#changeStream(effect);
    else this.#stack.carryOut(effect);
  }
  #fireTrack(transceiver: RTCRtpTransceiver, ids: readonly string[]): void {
    const { receiver } = transceiver;
    const streams = ids.map((id) => this.#stream(id));
    this.#fire("track", { receiver, transceiver, streams, track: receiver.track });
  }
  #changeStream({ type, stream: id, transceiver }: Effect & { readonly type: "add-track" | "remove-track" }): void {
    const track = this.#remoteTrack(transceiver);
    const stream = this.#stream(id);
    if (type === "add-track") stream.addTrack(track);
    else stream.removeTrack(track);
    stream.dispatchEvent(Object.assign(new Event(type.replace("-", "")), { track }));
  }
  #remoteTrack(transceiver: number): MediaStreamTrack {
    return this.#transceiver(transceiver).receiver.track;
  }
  #fireStates(): void {
    if (this.signalingState === "closed") return;
    const before = this.#states;
    this.#states = transportStates(false, [...this.#stack.transports.values()]);
    for (const [state, value] of Object.entries(this.#states)) {
      if (value !== before[state as keyof TransportStates]) this.#fire(`${state.toLowerCase()}change`);
    }
    if (this.iceGatheringState === "complete" && before.iceGatheringState !== "complete")
      this.#fire("icecandidate", { candidate: null });
  }
  #fire(type: string, members: object = {}): void {
    this.dispatchEvent(Object.assign(new Event(type), members));
  }
}

defineHandlers(RTCPeerConnection, [
  ...["negotiationneeded", "signalingstatechange", "icecandidate", "track", "datachannel"],
  ...["icegatheringstatechange", "iceconnectionstatechange", "connectionstatechange"],
]);
