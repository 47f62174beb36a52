import type { CandidateInit, LocalCandidate } from "../../connection/candidate.ts";
import type { Connection } from "../../connection/connection.ts";
import { createIceCandidate } from "../description/ice-candidate.ts";
import { fireAt, fireErrorAt } from "../events/fire.ts";
import type { Clock } from "../world/clock.ts";
import type { Environment } from "../world/environment.ts";
import { AggregateStates } from "./aggregate-states.ts";
import { appliedRemote } from "./described-transports.ts";
import { type DtlsAgent, type DtlsFailure, DtlsTransport } from "./dtls-transport.ts";
import type { EndpointSink } from "./endpoint-sink.ts";
import { closeIceTransport } from "./ice/connectivity.ts";
import { keepGenerations } from "./ice/gathering.ts";
import { type IceAgent, type IceGeneration, IceTransport } from "./ice/ice-transport.ts";
import { changedFlows } from "./media-flow.ts";
import type { Network } from "./network.ts";
import { createHeld } from "./objects/create-held.ts";
import { dtlsTransportInterface } from "./objects/dtls-transport-interface.ts";
import { iceCandidatePairInterface, iceTransportInterface } from "./objects/ice-transport-interface.ts";

/** The ICE agent of a connection and what lies on it: its transports, and the states that are derived from theirs. */
export class TransportAgent implements IceAgent, DtlsAgent {
  readonly #environment: Environment;
  readonly #sink: EndpointSink;
  /** DTLS has connected, or the peer has closed it. */
  readonly #dtlsChanged: (transport: DtlsTransport) => void;
  /** Packets may get through again. */
  readonly #routeFound: () => void;
  readonly host: string;
  readonly open = new Map<number, DtlsTransport>();
  readonly states = new AggregateStates();
  gathersHostCandidates = true;
  model: Connection | null = null;
  isClosed = false;

  constructor(
    environment: Environment,
    sink: EndpointSink,
    dtlsChanged: (transport: DtlsTransport) => void,
    routeFound: () => void,
  ) {
    this.#environment = environment;
    this.#sink = sink;
    this.#dtlsChanged = dtlsChanged;
    this.#routeFound = routeFound;
    this.host = environment.network.newHost();
  }

  get clock(): Clock {
    return this.#environment.clock;
  }
  get network(): Network<IceGeneration> {
    return this.#environment.network;
  }
  get certificate(): EndpointSink["certificate"] {
    return this.#sink.certificate;
  }

  create(id: number): void {
    const { realm } = this.#environment;
    const ice = createHeld(realm, iceTransportInterface, (object) => new IceTransport(this, object));
    this.open.set(
      id,
      createHeld(realm, dtlsTransportInterface, (object) => new DtlsTransport(this, ice, object)),
    );
  }

  /** Closes a transport that is used no more. */
  discard(id: number): void {
    const dtls = this.open.get(id);
    if (dtls === undefined) return;
    this.open.delete(id);
    closeTransport(dtls);
  }

  close(): void {
    this.isClosed = true;
    this.model = null;
    for (const dtls of this.open.values()) closeTransport(dtls);
    this.states.close();
  }

  gathered(candidate: LocalCandidate): void {
    this.#sink.gathered(candidate);
  }

  createIceCandidate(candidate: CandidateInit): object {
    return createIceCandidate(this.#environment.realm, candidate);
  }

  createCandidatePair(local: object, remote: object): object {
    return this.#environment.realm.create(iceCandidatePairInterface, { local, remote });
  }

  connected(transport: IceTransport): void {
    for (const dtls of this.open.values()) if (dtls.ice === transport) dtls.startHandshake();
    this.#routeFound();
  }

  /** The transports that are considered have changed: the states follow at once, the events in a task. */
  consider(considered: readonly DtlsTransport[]) {
    this.states.considered = considered;
    const gathering = this.states.deriveGatheringState();
    const ice = this.states.deriveIceConnectionState();
    const connection = this.states.deriveConnectionState();
    if (!gathering && !ice && !connection) return;
    this.clock.queueTask(() => {
      if (this.isClosed) return;
      if (gathering) this.#sink.iceGatheringStateChanged();
      if (ice) this.#sink.iceConnectionStateChanged();
      if (connection) this.#sink.connectionStateChanged();
    });
  }

  gatheringStateChanged(transport: IceTransport): void {
    const isChanged = this.states.deriveGatheringState();
    fireAt(this.#environment.realm, transport.object, "gatheringstatechange");
    if (!isChanged) return;
    this.#sink.iceGatheringStateChanged();
    // The text has this for each transport; in browsers it marks the end of all gathering, as applications expect.
    if (this.states.iceGatheringState === "complete") this.#sink.gatheringEnded();
  }

  pairOrStateChanged(transport: IceTransport, pairChanged: boolean, stateChanged: boolean): void {
    const { realm } = this.#environment;
    const ice = stateChanged && this.states.deriveIceConnectionState();
    const connection = stateChanged && this.states.deriveConnectionState();
    if (pairChanged) fireAt(realm, transport.object, "selectedcandidatepairchange");
    if (stateChanged) fireAt(realm, transport.object, "statechange");
    if (ice) this.#sink.iceConnectionStateChanged();
    if (connection) this.#sink.connectionStateChanged();
  }

  expectsFingerprint(fingerprint: string): boolean {
    const sdp = this.model === null ? "" : (appliedRemote(this.model).description?.sdp ?? "");
    return sdp.includes(fingerprint) || sdp.toUpperCase().includes(fingerprint.toUpperCase());
  }

  dtlsStateChanged(transport: DtlsTransport, failure: DtlsFailure | null): void {
    if (failure !== null) fireErrorAt(this.#environment.realm, transport.object, failure, failures[failure]);
    fireAt(this.#environment.realm, transport.object, "statechange");
    this.clock.queueTask(() => {
      if (!this.isClosed && this.states.deriveConnectionState()) this.#sink.connectionStateChanged();
    }, "transport");
    this.#dtlsChanged(transport);
    this.updateMedia();
  }

  updateMedia(): void {
    const { model } = this;
    if (model === null) return;
    for (const peer of this.#peers()) {
      const leads = (id: number) => {
        const dtls = this.open.get(id);
        return dtls?.peer?.agent === peer && dtls.state !== "connecting";
      };
      for (const { transceiver, flows } of changedFlows(model, peer.model, leads))
        this.clock.queueTask(() => {
          if (!this.isClosed) this.#sink.mediaFlows(transceiver, flows);
        });
    }
  }

  /** What this side sends may have changed. */
  updateMediaOfPeers(): void {
    for (const peer of this.#peers()) peer.updateMedia();
  }

  #peers(): ReadonlySet<DtlsAgent> {
    const peers = new Set<DtlsAgent>();
    for (const { peer, state } of this.open.values())
      if (peer !== null && (state === "connected" || state === "closed")) peers.add(peer.agent);
    return peers;
  }
}

const failures = {
  "dtls-failure": "The peer has refused the certificate.",
  "fingerprint-failure": "The certificate of the peer has another fingerprint than its description.",
};

function closeTransport(dtls: DtlsTransport): void {
  closeIceTransport(dtls.ice);
  keepGenerations(dtls.ice, []);
  dtls.close();
}
