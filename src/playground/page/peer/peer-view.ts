import type { EndpointName } from "../../../exploration/world.ts";
import type { Session } from "../../../session/session.ts";
import type { SignalingState } from "../../../signaling/transition-table.ts";

/** What is shown of a peer. */
export interface PeerView {
  readonly name: EndpointName;
  /** Of its connection or its code. */
  readonly title: string;
  /** What its code does; "" in a trace. */
  readonly about: string;
  readonly signalingState: SignalingState;
  readonly session: Session;
  /** Some traces do not: then the session is known by its state alone. */
  readonly holdsDescriptions: boolean;
}

/** The two of them. */
export type PeerViews = Readonly<Record<EndpointName, PeerView>>;
