import type { SignalingState } from "../signaling/index.ts";

/** The calls of a peer connection that the oracle follows. */
export type CallName = "createOffer" | "createAnswer" | "setLocalDescription" | "setRemoteDescription" | "close";

/** Something that happened on one peer connection. Times are in ms since the epoch. */
export type TraceEvent =
  | {
      readonly kind: "call";
      readonly time: number;
      readonly call: CallName;
      /** The description given to a set call; undefined where there was none. */
      readonly description?: unknown;
    }
  | {
      readonly kind: "settled";
      readonly time: number;
      readonly call: CallName;
      readonly outcome: "applied" | "rejected";
      /** What the implementation said of a failure; null where it said nothing. */
      readonly message: string | null;
      /** What was created, or what a call without SDP has set; null where the log does not say. */
      readonly description: { readonly type: string; readonly sdp: string } | null;
    }
  | { readonly kind: "state"; readonly time: number; readonly signalingState: SignalingState };
