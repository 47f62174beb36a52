import type { Connection } from "../../connection/connection.ts";
import type { Clock } from "../world/clock.ts";
import { afterFlights } from "./flights.ts";
import type { IceTransport } from "./ice/ice-transport.ts";
import type { DtlsState } from "./transport-states.ts";

/** Why a DTLS transport has failed. @see https://w3c.github.io/webrtc-pc/#rtcerrordetailtype-enum */
export type DtlsFailure = "dtls-failure" | "fingerprint-failure";

/** What the DTLS transports of one connection share. */
export interface DtlsAgent {
  readonly clock: Clock;
  readonly isClosed: boolean;
  readonly certificate: { readonly der: ArrayBuffer; readonly fingerprint: string };
  /** What the model holds; null once the connection is closed. */
  readonly model: Connection | null;
  /** What the peer sends may have changed. */
  updateMedia(): void;
  /** Does the remote description have that fingerprint? */
  expectsFingerprint(fingerprint: string): boolean;
  /** The task in which a transport has changed its state. */
  dtlsStateChanged(transport: DtlsTransport, failure: DtlsFailure | null): void;
}

// What lies above an ICE transport, so that the one of the peer is found.
const aboveIce = /* @__PURE__ */ new WeakMap<IceTransport, DtlsTransport>();

/**
 * What an RTCDtlsTransport holds; `agentState` changes at once, `state` in a queued task.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcdtlstransport-interface
 */
export class DtlsTransport {
  readonly agent: DtlsAgent;
  readonly ice: IceTransport;
  /** The RTCDtlsTransport. */
  readonly object: object;
  state: DtlsState = "new";
  remoteCertificates: readonly ArrayBuffer[] = [];
  agentState: DtlsState = "new";
  peer: DtlsTransport | null = null;

  constructor(agent: DtlsAgent, ice: IceTransport, object: object) {
    this.agent = agent;
    this.object = object;
    this.ice = ice;
    aboveIce.set(ice, this);
  }

  /** ICE has found the peer: both shake hands, once each of them has. Another pair to the same peer changes nothing. */
  startHandshake(): void {
    const peer = aboveIce.get(this.ice.route?.remote.transport as IceTransport) ?? null;
    const isDone = this.agentState === "connecting" || this.agentState === "connected";
    if (peer === null || this.agentState === "closed" || (isDone && this.peer === peer)) return;
    this.peer = peer;
    this.#change("connecting", null);
    if (peer.peer !== this || peer.agentState !== "connecting") return;
    // ClientHello, HelloVerifyRequest, ClientHello, ServerHello, and what finishes it on both sides.
    afterFlights(this.agent.clock, 6, () => {
      const isStill = this.peer === peer && peer.peer === this;
      if (isStill && this.agentState === "connecting" && peer.agentState === "connecting") shakeHands(this, peer);
    });
  }

  /** Closes it, without an event; the peer hears of it. */
  close(): void {
    const { peer } = this;
    const wasConnected = this.agentState === "connected" || this.agentState === "connecting";
    this.agentState = "closed";
    this.state = "closed";
    this.peer = null;
    if (wasConnected && peer !== null && peer.peer === this) peer.closedByPeer();
  }

  /** An alert close_notify has come. */
  closedByPeer(): void {
    if (this.agentState === "closed" || this.agentState === "failed") return;
    this.#change("closed", null);
  }

  finishHandshake(failure: DtlsFailure | null): void {
    this.#change(failure === null ? "connected" : "failed", failure);
  }

  #change(state: DtlsState, failure: DtlsFailure | null): void {
    this.agentState = state;
    const { peer } = this;
    this.agent.clock.queueTask(() => {
      if (this.agent.isClosed || this.state === "closed") return;
      this.state = state;
      if (state === "connected" && peer !== null) this.remoteCertificates = [peer.agent.certificate.der];
      this.agent.dtlsStateChanged(this, failure);
    }, "transport");
  }
}

function shakeHands(a: DtlsTransport, b: DtlsTransport): void {
  const seenByA = a.agent.expectsFingerprint(b.agent.certificate.fingerprint);
  const seenByB = b.agent.expectsFingerprint(a.agent.certificate.fingerprint);
  const isTrusted = seenByA && seenByB;
  // The side that refuses the certificate sends an alert to the other.
  a.finishHandshake(isTrusted ? null : seenByA ? "dtls-failure" : "fingerprint-failure");
  b.finishHandshake(isTrusted ? null : seenByB ? "dtls-failure" : "fingerprint-failure");
}
