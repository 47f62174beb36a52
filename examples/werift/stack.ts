import { randomBytes } from "node:crypto";
import { localDescription } from "jsep-machine";
import type { CandidateInit, DataChannelInit, Effect, Work } from "jsep-machine/connection";
import { createConnectionDescription, remoteDescriptionWithCandidates, transceiversOf } from "jsep-machine/connection";
import {
  IceCandidate,
  RTCDataChannel,
  RTCDataChannelParameters,
  RTCDtlsTransport,
  RTCIceGatherer,
  RTCIceTransport,
  RTCSctpTransport,
  SessionDescription,
} from "werift";
import { Media } from "./media.ts";
import type { Owner } from "./owner.ts";
import { Transport } from "./transport.ts";

const certificate = await RTCDtlsTransport.SetupCertificate();
const fingerprints = certificate.getFingerprints().map(({ algorithm, value }) => ({ algorithm, value }));

/** What werift does for a connection: ICE, DTLS, SCTP and RTP. */
export class Stack {
  readonly transports = new Map<number, Transport>();
  readonly sctp = new RTCSctpTransport();
  readonly media: Media;
  #owner: Owner;
  #statesChanged: () => void;
  #channels = new Map<number, RTCDataChannel>();
  #sessionId = String(randomBytes(6).readUIntBE(0, 6));

  constructor(owner: Owner, statesChanged: () => void) {
    this.#owner = owner;
    this.#statesChanged = statesChanged;
    this.media = new Media(owner);
  }

  /** What the effect `start` asks for. */
  async work(work: Work): Promise<string | undefined> {
    if (work.kind === "create-offer" || work.kind === "create-answer") return this.#create(work);
    // werift must be able to read a description before it is set.
    if (work.kind === "apply-description") SessionDescription.parse(work.description.sdp);
    if (work.kind === "add-candidate") this.#addCandidate(work.candidate);
    return undefined;
  }

  carryOut(effect: Effect): void {
    if (effect.type === "create-transport") this.#createTransport(effect.transport, effect.mid);
    if (effect.type === "close-transport") void this.transports.get(effect.transport)?.dtls.stop();
    if (effect.type === "close-transport") this.transports.delete(effect.transport);
    if (effect.type === "close-sctp-transport" && this.sctp.dtlsTransport) void this.sctp.stop();
    if (effect.type === "data-channel-id") this.#giveId(effect.channel, effect.id);
    if (effect.type === "close-data-channel" || effect.type === "data-channel-error")
      this.#channels.get(effect.channel)?.setReadyState("closed");
    if (effect.type === "stop-sending-and-receiving") this.#owner.transceiver(effect.transceiver).sender.rtp.stop();
  }

  /** Brings transports and media to what the descriptions say, once one has been set. */
  negotiate(): void {
    const { connection } = this.#owner;
    const { session, mediaDescriptions: slots } = connection;
    const media = slots.pendingLocalDescription ?? slots.currentLocalDescription;
    const isOfferer = localDescription(session)?.type === "offer";
    const local = sectionsOf(localDescription(session)?.sdp);
    const remote = sectionsOf(remoteDescriptionWithCandidates(connection)?.sdp);
    for (const [mid, transport] of this.#users()) {
      const index = media?.indices[`:${mid}`] ?? -1;
      const [mine, theirs] = [local[index], remote[index]];
      if (mine?.iceParams && !transport.isInUse) transport.gather(mine.iceParams);
      if (!mine?.iceParams || !theirs || session.signalingState.endsWith("offer")) continue;
      transport.gather(mine.iceParams); // werift has one generation at a time: ICE restarts with the answer
      const isClient = isOfferer ? theirs.dtlsParams?.role === "server" : mine.dtlsParams?.role === "client";
      transport.meet(theirs, isOfferer, isClient);
      if (mine.kind === "application") this.sctp.setDtlsTransport(transport.dtls);
      else this.media.prepare(mid, transport.dtls, isOfferer ? theirs : mine);
    }
  }

  createDataChannel(number: number, label: string, init: DataChannelInit, id: number | null): RTCDataChannel {
    const { ordered = true, negotiated = false, protocol = "", maxPacketLifeTime, maxRetransmits } = init;
    // werift's channels have a transport from the start. The connection creates the one they use.
    if (this.sctp.dtlsTransport === undefined) this.sctp.setDtlsTransport(unusedTransport());
    const parameters = Object.assign(
      new RTCDataChannelParameters({ label: `${label}`, protocol: `${protocol}` }),
      { ordered: Boolean(ordered), negotiated: Boolean(negotiated), maxPacketLifeTime, maxRetransmits },
      id === null ? {} : { id },
    );
    const channel = new RTCDataChannel(this.sctp, parameters);
    this.#channels.set(number, channel);
    return channel;
  }

  #create(work: Work & { readonly kind: "create-offer" | "create-answer" }): string {
    const { connection } = this.#owner;
    const sections = connection.mediaDescriptions.pendingRemoteDescription?.sections.length ?? 0;
    // Each transceiver and each m= section may need a transport of its own.
    const newTransports = Array.from({ length: 1 + sections + connection.next.transceiver }, () => ({
      usernameFragment: randomBytes(6).toString("base64"),
      password: randomBytes(18).toString("base64"),
    }));
    return createConnectionDescription(connection, work, { sessionId: this.#sessionId, fingerprints, newTransports });
  }

  #createTransport(number: number, mid: string): void {
    const transport = new Transport(mid, certificate);
    const { ice, dtls, gatherer } = transport;
    ice.onIceCandidate.subscribe((candidate) => this.#gathered(transport, candidate));
    gatherer.onGatheringStateChange.subscribe(this.#statesChanged);
    ice.onStateChange.subscribe(this.#statesChanged);
    dtls.onStateChange.subscribe((state) => {
      if (state === "connected" && this.sctp.dtlsTransport === dtls) void this.sctp.start(5000);
      this.#statesChanged();
    });
    dtls.onRtp.subscribe((packet) => this.media.receive(packet));
    this.transports.set(number, transport);
  }

  #gathered({ mid, ice }: Transport, candidate: IceCandidate | undefined): void {
    const { pendingLocalDescription, currentLocalDescription } = this.#owner.connection.mediaDescriptions;
    const sdpMLineIndex = (pendingLocalDescription ?? currentLocalDescription)?.indices[`:${mid}`];
    if (sdpMLineIndex === undefined) return;
    const text = candidate === undefined ? "" : `candidate:${candidate.toJSON().candidate}`;
    const usernameFragment = ice.connection.localUsername;
    this.#owner.report({
      type: "gathered",
      candidate: { candidate: text, sdpMid: mid, sdpMLineIndex, usernameFragment },
    });
  }

  #addCandidate(init: CandidateInit): void {
    const { pendingRemoteDescription, currentRemoteDescription } = this.#owner.connection.mediaDescriptions;
    const sections = (pendingRemoteDescription ?? currentRemoteDescription)?.sections ?? [];
    const mid = init.sdpMid ?? sections[init.sdpMLineIndex ?? -1]?.mid;
    if (init.candidate === "") return;
    const candidate = IceCandidate.fromJSON({ ...init });
    if (candidate === undefined) throw new Error(`werift cannot read the candidate ${init.candidate}`);
    for (const [user, transport] of this.#users()) if (user === mid) transport.add(candidate);
  }

  #giveId(number: number, id: number): void {
    const channel = this.#channels.get(number);
    if (channel === undefined) return;
    channel.setId(id);
    this.sctp.dataChannels[id] = channel;
  }

  /** The mids of the m= sections, each with the transport that it uses. */
  #users(): [mid: string, transport: Transport][] {
    const { connection } = this.#owner;
    const { sctpTransport, mediaDescriptions } = connection;
    const data = (mediaDescriptions.pendingLocalDescription ?? mediaDescriptions.currentLocalDescription)?.sections;
    const users = transceiversOf(connection).map(({ mid, sender }) => [mid, sender.transport] as const);
    const dataMid = data?.find(({ carriesData }) => carriesData)?.mid ?? null;
    return [...users, [dataMid, sctpTransport?.transport ?? null] as const].flatMap(([mid, number]) => {
      const transport = this.transports.get(number ?? -1);
      return mid === null || transport === undefined ? [] : [[mid, transport]];
    });
  }
}

function sectionsOf(sdp: string | undefined) {
  return sdp === undefined ? [] : SessionDescription.parse(sdp).media;
}

function unusedTransport(): RTCDtlsTransport {
  return new RTCDtlsTransport({}, new RTCIceTransport(new RTCIceGatherer()), certificate);
}
