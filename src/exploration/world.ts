import type { Connection } from "../connection/connection.ts";
import type { Work } from "../connection/effect.ts";
import type { MethodCall } from "../connection/input.ts";
import type { ConnectionOptions } from "../connection/options.ts";
import type { Continuation, Message, Negotiator, Variables } from "./negotiators/negotiator.ts";

/** The two peers. The second is the polite one. */
export type PeerName = "a" | "b";

/** Both, in the order in which choices are listed. */
export const peerNames: readonly PeerName[] = ["a", "b"];

/** The peer at the other end. */
export function otherPeer(name: PeerName): PeerName {
  return name === "a" ? "b" : "a";
}

/** Something that the application does, once. */
export interface Act {
  readonly call: MethodCall;
  /** The transceiver that it is done to: the n-th that this peer has added. */
  readonly ownTransceiver?: number;
}

/** What waits in a peer's event loop: tasks keep their order; work ends, and candidates come, at any time after those before them. */
export type AgendaItem =
  | { readonly kind: "task"; readonly task: number }
  | { readonly kind: "work"; readonly operation: number; readonly work: Work }
  | { readonly kind: "gather"; readonly sdpMid: string; readonly usernameFragment: string };

/** A peer: its connection, its application, and what waits. */
export interface Peer {
  readonly connection: Connection;
  readonly variables: Variables;
  /** Where the negotiator goes on once a call is settled, by the call. */
  readonly open: Readonly<Record<string, Continuation>>;
  readonly agenda: readonly AgendaItem[];
  /** What the application is yet to do, in this order. */
  readonly acts: readonly Act[];
  /** The transceivers that it has added. */
  readonly own: readonly number[];
  /** How many ICE generations it has made. */
  readonly generation: number;
  /** The generations for which candidates were or are being gathered. */
  readonly gathered: readonly string[];
  /** What a rollback has to restore; null in stable. */
  readonly stable: string | null;
}

/** Everything: the state that is explored. */
export interface World {
  readonly peers: Readonly<Record<PeerName, Peer>>;
  /** The messages on their way to each peer; each direction keeps its order. */
  readonly network: Readonly<Record<PeerName, readonly Message[]>>;
}

/** What is explored. */
export interface Scenario {
  readonly name: string;
  readonly negotiators: Readonly<Record<PeerName, Negotiator>>;
  readonly acts: Readonly<Record<PeerName, readonly Act[]>>;
  readonly options?: ConnectionOptions | undefined;
  /** Are candidates gathered, one a generation and side? Default false. */
  readonly candidates?: boolean | undefined;
  /** May work fail? Default false. */
  readonly failures?: boolean | undefined;
  /** Is `[[Receptive]]` among what a rollback has to restore? Today's text does not restore it. Default false. */
  readonly receptive?: boolean | undefined;
}

/** What happens next: one item of a peer's agenda, a message, or something that its application does. */
export type Choice =
  | { readonly peer: PeerName; readonly kind: "agenda"; readonly item: number }
  | { readonly peer: PeerName; readonly kind: "failure"; readonly item: number }
  | { readonly peer: PeerName; readonly kind: "message" }
  | { readonly peer: PeerName; readonly kind: "act" };
