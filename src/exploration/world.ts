import type { Connection } from "../connection/connection.ts";
import type { Work } from "../connection/effect.ts";
import type { MethodCall } from "../connection/input.ts";
import type { ConnectionOptions } from "../connection/options.ts";
import type { Negotiator, Resumption, Signal, Variables } from "./negotiators/negotiator.ts";

/** The two peers. The second is the polite one. */
export type EndpointName = "a" | "b";

/** Both, in the order in which choices are listed. */
export const peerNames: readonly EndpointName[] = ["a", "b"];

/** The peer at the other end. */
export function otherPeer(name: EndpointName): EndpointName {
  return name === "a" ? "b" : "a";
}

/** Something that the application does, once. */
export interface Act {
  readonly call: MethodCall;
  /** The transceiver that it is done to: the n-th that this peer has added. */
  readonly ownTransceiver?: number;
  /** Where the negotiator goes on once the promise of the call is settled. Default: it takes no notice. */
  readonly goOn?: Resumption;
}

/** What waits in a peer's event loop: tasks keep their order; work ends, and candidates come, at any time after those before them. */
export type AgendaItem =
  | { readonly kind: "task"; readonly task: number }
  | { readonly kind: "work"; readonly operation: number; readonly work: Work }
  | { readonly kind: "gather"; readonly sdpMid: string; readonly usernameFragment: string };

/** A peer: its connection, its application, and what waits. */
export interface Endpoint {
  readonly connection: Connection;
  readonly variables: Variables;
  /** Where the negotiator goes on once a call is settled, by the call. */
  readonly open: Readonly<Record<string, Resumption>>;
  readonly agenda: readonly AgendaItem[];
  /** What the application is yet to do, in this order. */
  readonly acts: readonly Act[];
  /** The transceivers that it has added. */
  readonly own: readonly number[];
  /** How many ICE generations it has made. */
  readonly generation: number;
  /** The generations for which candidates were or are being gathered. */
  readonly gathered: readonly string[];
  /** How often its work may still fail. */
  readonly failures: number;
  /** What a rollback has to restore; null in stable. */
  readonly stable: string | null;
}

/** Everything: the state that is explored. */
export interface World {
  readonly peers: Readonly<Record<EndpointName, Endpoint>>;
  /** The messages on their way to each peer; each direction keeps its order. */
  readonly network: Readonly<Record<EndpointName, readonly Signal[]>>;
}

/** What is explored. */
export interface Scenario {
  readonly name: string;
  readonly negotiators: Readonly<Record<EndpointName, Negotiator>>;
  readonly acts: Readonly<Record<EndpointName, readonly Act[]>>;
  readonly options?: ConnectionOptions | undefined;
  /** Are candidates gathered, one a generation and side? Default false. */
  readonly candidates?: boolean | undefined;
  /** How often each peer's work may fail. Default 0. */
  readonly failures?: number | undefined;
  /** Is `[[Receptive]]` among what a rollback has to restore? Today's text does not restore it. Default false. */
  readonly receptive?: boolean | undefined;
  /** Writes what a peer is to create. Default: the smallest SDP that says what negotiation needs. */
  readonly describe?: ((peer: EndpointName, connection: Connection, work: CreatingWork) => string) | undefined;
}

/** The work of creating a description. */
export type CreatingWork = Extract<Work, { readonly kind: "create-offer" | "create-answer" }>;

/** What happens next: one item of a peer's agenda, a message, or something that its application does. */
export type Choice =
  | { readonly peer: EndpointName; readonly kind: "agenda"; readonly item: number }
  | { readonly peer: EndpointName; readonly kind: "failure"; readonly item: number }
  | { readonly peer: EndpointName; readonly kind: "message" }
  | { readonly peer: EndpointName; readonly kind: "act" };
