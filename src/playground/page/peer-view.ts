import type { Endpoint, EndpointName } from "../../exploration/world.ts";
import type { Session } from "../../session/session.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";

/** What is shown of a peer. */
export interface PeerView {
  readonly name: EndpointName;
  /** Of its connection or its code. */
  readonly title: string;
  readonly signalingState: SignalingState;
  /** Null where a trace does not hold the descriptions. */
  readonly session: Session | null;
  /** Null in a trace, which holds no more than the descriptions. */
  readonly endpoint: Endpoint | null;
}

/** The two of them. */
export type PeerViews = Readonly<Record<EndpointName, PeerView>>;
