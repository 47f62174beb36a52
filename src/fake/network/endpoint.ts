import type { LocalCandidate } from "../../connection/candidate.ts";
import type { Connection } from "../../connection/connection.ts";
import type { NewDataChannel, RtcDataChannel } from "./data/data-channel.ts";
import type { DtlsTransport } from "./dtls-transport.ts";
import type { ConnectionState, GatheringState, IceState } from "./transport-states.ts";

/**
 * The transports of one peer connection and what runs over them. The connection drives it with the effects of the model,
 * in their order; what happens comes back through the `EndpointSink`.
 */
export interface ConnectionEndpoint {
  // The attributes of RTCPeerConnection.
  readonly iceGatheringState: GatheringState;
  readonly iceConnectionState: IceState;
  readonly connectionState: ConnectionState;

  /** The effect `create-transport`. */
  createTransport(transport: number, mid: string): void;
  /** The effect `close-transport`. */
  closeTransport(transport: number): void;
  /** The effect `create-sctp-transport`. */
  createSctpTransport(transport: number): void;
  /** The effect `close-sctp-transport`. */
  closeSctpTransport(): void;
  /**
   * What the model holds now. Call it after every step, once its effects are obeyed and before the turn ends; a step that
   * concerns no transport costs next to nothing.
   */
  connectionChanged(connection: Connection): void;
  /** The effect `icecandidate`, with the RTCIceCandidate that is surfaced: before the event is fired. */
  candidateSurfaced(candidate: LocalCandidate, object: object): void;
  /** The effect `configure`, and when the connection is created. */
  setConfiguration(configuration: EndpointConfiguration): void;

  /** The channel that createDataChannel() returns, by its number and the id that the model gave it. */
  createDataChannel(channel: number, id: number | null, init: NewDataChannel): object;
  /** The effect `data-channel-id`. */
  dataChannelId(channel: number, id: number): void;
  /** The effect `datachannel`: the channel for the event. */
  dataChannelAnnounced(channel: number, id: number): object;
  /** The effect `data-channel-error`. */
  dataChannelError(channel: number): void;
  /** The effect `close-data-channel`: close() closes it abruptly. */
  closeDataChannel(channel: number): void;

  /** The effect `destroy-ice-agent`. No function of the sink that reports something is called any more. */
  close(): void;

  /** The RTCDtlsTransport with that id of the model's, whose `iceTransport` is below it. */
  dtlsTransport(transport: number): object;
  /** The attribute `sctp`. */
  readonly sctp: object | null;

  /** The transports that were ever created, by the model's ids. */
  readonly transports: ReadonlyMap<number, DtlsTransport>;
  /** The data channels that there ever were, those of the peer too. */
  readonly dataChannels: readonly RtcDataChannel[];

  /** The network of this side is gone. What is gathered after that is reachable again. */
  cutOff(): void;
  /** It is there again. */
  restore(): void;
}

/** What of RTCConfiguration concerns the transports. */
export interface EndpointConfiguration {
  readonly iceTransportPolicy: "relay" | "all";
}
