import type { DtlsTransport } from "./dtls-transport.ts";
import {
  type ConnectionState,
  derivedConnectionState,
  derivedGatheringState,
  derivedIceConnectionState,
  type GatheringState,
  type IceState,
} from "./transport-states.ts";

/** The states of a peer connection that are derived from those of its transports. Each function says whether one has changed. */
export class AggregateStates {
  iceGatheringState: GatheringState = "new";
  iceConnectionState: IceState = "new";
  connectionState: ConnectionState = "new";
  /** The transports that the transceivers and the SCTP transport refer to. */
  considered: readonly DtlsTransport[] = [];

  deriveGatheringState(): boolean {
    const before = this.iceGatheringState;
    this.iceGatheringState = derivedGatheringState(this.considered.map(({ ice }) => ice.gatheringState));
    return this.iceGatheringState !== before;
  }

  deriveIceConnectionState(): boolean {
    const before = this.iceConnectionState;
    this.iceConnectionState = derivedIceConnectionState(this.considered.map(({ ice }) => ice.state));
    return this.iceConnectionState !== before;
  }

  deriveConnectionState(): boolean {
    const before = this.connectionState;
    const states = this.considered.map(({ state }) => state);
    this.connectionState = derivedConnectionState(this.iceConnectionState, states);
    return this.connectionState !== before;
  }

  close(): void {
    this.iceConnectionState = "closed";
    this.connectionState = "closed";
  }
}
