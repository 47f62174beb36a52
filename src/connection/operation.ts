import type { SetDescription } from "../session/apply.ts";
import type { DescriptionInit } from "../session/description-init.ts";
import type { Side, SignalingState } from "../signaling/transition-table.ts";
import type { CandidateInit, LocalCandidate } from "./candidate.ts";
import type { CallId } from "./input.ts";
import type { ConnectionRejection } from "./rejection/connection-rejection.ts";

/** What an operation of the chain does. */
export type ChainedAction =
  | { readonly kind: "createOffer"; readonly iceRestart: boolean }
  | { readonly kind: "createAnswer" }
  | { readonly kind: "setLocalDescription"; readonly init: DescriptionInit }
  | { readonly kind: "setRemoteDescription"; readonly init: DescriptionInit }
  | { readonly kind: "addIceCandidate"; readonly candidate: CandidateInit }
  | { readonly kind: "replaceTrack"; readonly transceiver: number; readonly track: string | null }
  /** Of earlier revisions, whose negotiation-needed steps went through the chain. */
  | { readonly kind: "updateNegotiationNeeded" }
  | { readonly kind: "queueNegotiationNeeded" };

/** A member of the operations chain. @see https://w3c.github.io/webrtc-pc/#dfn-operations-chain */
export interface Operation {
  readonly id: number;
  /** Null where no call of the application's is behind it. */
  readonly call: CallId | null;
  readonly action: ChainedAction;
}

/** How far the first operation of the chain is; the others wait. */
export type Progress =
  | {
      readonly phase: "creating";
      readonly type: "offer" | "answer";
      /** Has the connection been modified since? Then the description is created again. */
      readonly modified: boolean;
    }
  | {
      readonly phase: "applying";
      readonly side: Side;
      readonly description: SetDescription;
      /** Where it leads. */
      readonly signalingState: SignalingState;
      /** Has addTrack() succeeded since? Then a remote offer is applied again. */
      readonly trackAdded: boolean;
      /** The remote offer for which this rollback is made, or null. */
      readonly offer: DescriptionInit | null;
    }
  | { readonly phase: "adding-candidate"; readonly candidate: CandidateInit }
  | { readonly phase: "replacing-track" }
  /** A queued task settles its promise. */
  | { readonly phase: "settling" }
  /** The operation has ended as it was executed; its promise is settled by the next reaction, unless close() comes first. */
  | { readonly phase: "decided"; readonly rejection: ConnectionRejection | null }
  /** Its promise is settled, and its reaction has not run. */
  | { readonly phase: "settled" };

/** A task that waits for its turn. */
export type Task =
  | { readonly id: number; readonly kind: "update-negotiation-needed" }
  | { readonly id: number; readonly kind: "fire-negotiationneeded" }
  | { readonly id: number; readonly kind: "surface-candidate"; readonly candidate: LocalCandidate }
  | {
      readonly id: number;
      readonly kind: "reject";
      readonly operation: number;
      readonly rejection: ConnectionRejection;
    }
  | { readonly id: number; readonly kind: "resolve"; readonly operation: number };
