import type { LocalCandidate } from "../../connection/candidate.ts";
import type { Connection } from "../../connection/connection.ts";
import { domExceptionIn } from "../error/exceptions.ts";
import { fireAt, fireErrorAt, fireMessageAt } from "../events/fire.ts";
import type { Environment } from "../world/environment.ts";
import type { NewDataChannel, RtcDataChannel } from "./data/data-channel.ts";
import { DataTransport } from "./data/data-transport.ts";
import { maxMessageSizeIn, type RtcSctpTransport, updateMaxMessageSize } from "./data/sctp-transport.ts";
import { appliedRemote, referredTransports } from "./described-transports.ts";
import type { DtlsTransport } from "./dtls-transport.ts";
import type { ConnectionEndpoint, EndpointConfiguration } from "./endpoint.ts";
import type { EndpointSink } from "./endpoint-sink.ts";
import { checkPairs, loseConnectivity } from "./ice/connectivity.ts";
import { createHeld } from "./objects/create-held.ts";
import { dataChannelInterface } from "./objects/data-channel-interface.ts";
import { sctpTransportInterface } from "./objects/sctp-transport-interface.ts";
import { TransportAgent } from "./transport-agent.ts";
import type { ConnectionState, GatheringState, IceState } from "./transport-states.ts";
import { applyDescriptions, applyRemoteCandidates } from "./transports.ts";

/** Creates the endpoint of a new connection. */
export function createEndpoint(environment: Environment, sink: EndpointSink): ConnectionEndpoint {
  return new WorldEndpoint(environment, sink);
}

class WorldEndpoint implements ConnectionEndpoint {
  readonly #environment: Environment;
  readonly #agent: TransportAgent;
  readonly #data: DataTransport;
  /** Also those that were closed: objects of the application's may still refer to them. */
  readonly transports = new Map<number, DtlsTransport>();
  #connection: Connection | null = null;

  constructor(environment: Environment, sink: EndpointSink) {
    const { realm } = environment;
    this.#environment = environment;
    this.#agent = new TransportAgent(
      environment,
      sink,
      (dtls) => this.#dtlsChanged(dtls),
      () => this.#data.pumpAll(),
    );
    const agent = this.#agent;
    this.#data = new DataTransport({
      clock: environment.clock,
      get isClosed() {
        return agent.isClosed;
      },
      createChannel: (make) => createHeld(realm, dataChannelInterface, make),
      dataChannelOpened: (id) => sink.dataChannelOpened(id),
      dataChannelClosed: (channel) => sink.dataChannelClosed(channel),
      domException: (name, message) => domExceptionIn(realm, name, message),
      fire: (target, type) => fireAt(realm, target, type),
      fireError: (target, detail, message) => fireErrorAt(realm, target, detail, message),
      fireMessage: (target, data) => fireMessageAt(realm, target, data),
    });
  }

  get iceGatheringState(): GatheringState {
    return this.#agent.states.iceGatheringState;
  }
  get iceConnectionState(): IceState {
    return this.#agent.states.iceConnectionState;
  }
  get connectionState(): ConnectionState {
    return this.#agent.states.connectionState;
  }
  get sctp(): object | null {
    return this.#data.sctp?.object ?? null;
  }

  get dataChannels(): readonly RtcDataChannel[] {
    return this.#data.made;
  }

  createTransport(transport: number): void {
    this.#agent.create(transport);
    this.transports.set(transport, this.#agent.open.get(transport) as DtlsTransport);
  }
  closeTransport(transport: number): void {
    this.#agent.discard(transport);
  }
  dtlsTransport(transport: number): object {
    return (this.transports.get(transport) as DtlsTransport).object;
  }

  createSctpTransport(transport: number): void {
    const dtls = this.transports.get(transport) as DtlsTransport;
    const held: RtcSctpTransport = {
      ...{ dtls, state: "connecting", maxMessageSize: null, maxBufferSize: null, maxChannels: null },
    };
    this.#data.sctp = { object: this.#environment.realm.create(sctpTransportInterface, held), held };
  }
  closeSctpTransport(): void {
    this.#data.end();
  }

  connectionChanged(connection: Connection): void {
    const before = this.#connection;
    this.#connection = connection;
    if (this.#agent.isClosed || (before !== null && !concernsTransports(before, connection))) return;
    this.#agent.model = connection;
    if (before !== null && !concernsDescriptions(before, connection)) {
      applyRemoteCandidates(this.#agent.open, before, connection);
      return;
    }
    const referred = referredTransports(connection);
    const considered = [...this.#agent.open].filter(([id]) => referred.has(id)).map(([, dtls]) => dtls);
    this.#agent.consider(considered);
    applyDescriptions(this.#agent.open, connection);
    this.#applyData(connection);
    this.#agent.updateMedia();
    this.#agent.updateMediaOfPeers();
  }

  #applyData(connection: Connection): void {
    const { sctpTransport, session } = connection;
    if (sctpTransport === null) {
      // Dropped by an answer, or by a rollback.
      this.#data.sctp = null;
      return;
    }
    this.#data.setTransport(this.transports.get(sctpTransport.transport) as DtlsTransport);
    this.#data.isNegotiated = sctpTransport.isClient !== null;
    const { description } = appliedRemote(connection);
    const isAnswered = session.signalingState === "stable" || session.signalingState.endsWith("pranswer");
    const held = this.#data.sctp?.held;
    if (isAnswered && description !== null && held !== undefined)
      updateMaxMessageSize(held, maxMessageSizeIn(description));
    this.#data.associate();
  }

  #dtlsChanged(dtls: DtlsTransport) {
    if (dtls.state === "connected") return this.#data.associate();
    if (dtls.state !== "closed") return;
    if (this.#data.sctp?.held.dtls === dtls) this.#data.endedByPeer();
    loseConnectivity(dtls.ice);
  }

  candidateSurfaced({ candidate, usernameFragment }: LocalCandidate, object: object): void {
    if (candidate === "") return;
    for (const { ice } of this.#agent.open.values()) {
      const isItsOwn = ice.generations.some((generation) => generation.candidate === candidate);
      if (!isItsOwn || ice.localParameters?.usernameFragment !== usernameFragment) continue;
      ice.addLocalCandidate(candidate, object);
    }
  }

  setConfiguration({ iceTransportPolicy }: EndpointConfiguration): void {
    this.#agent.gathersHostCandidates = iceTransportPolicy === "all";
  }

  createDataChannel(channel: number, id: number | null, init: NewDataChannel): object {
    return this.#data.create(channel, id, init).object;
  }
  dataChannelId(channel: number, id: number): void {
    const found = this.#data.withNumber(channel);
    if (found !== undefined) found.id = id;
  }
  dataChannelAnnounced(channel: number, id: number): object {
    return this.#data.number(channel, id).object;
  }
  dataChannelError(channel: number): void {
    this.#data.withNumber(channel)?.announceClosed("data-channel-failure");
  }
  closeDataChannel(channel: number): void {
    const found = this.#data.withNumber(channel);
    if (found !== undefined) found.readyState = "closed";
  }

  close(): void {
    if (this.#agent.isClosed) return;
    const peers = [...this.#agent.open.values()].map(({ peer }) => peer?.agent);
    this.#agent.close();
    this.#data.closeAbruptly();
    for (const peer of new Set(peers)) peer?.updateMedia();
  }

  cutOff(): void {
    for (const { ice } of this.#agent.open.values()) {
      const other = ice.route?.remote.transport;
      for (const generation of ice.generations) generation.cutOff = true;
      loseConnectivity(ice);
      if (other !== undefined) loseConnectivity(other);
    }
  }
  restore(): void {
    for (const { ice } of this.#agent.open.values()) {
      for (const generation of ice.generations) generation.cutOff = false;
      checkPairs(ice);
    }
  }
}

/** Whether something has changed that the transports go by. */
function concernsTransports(before: Connection, after: Connection): boolean {
  return concernsDescriptions(before, after) || before.remoteCandidates !== after.remoteCandidates;
}

function concernsDescriptions(before: Connection, after: Connection): boolean {
  return (
    before.session !== after.session ||
    before.transceivers !== after.transceivers ||
    before.sctpTransport !== after.sctpTransport
  );
}
