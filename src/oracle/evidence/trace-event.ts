import type { SessionOptions } from "../../session/options.ts";
import type { Description, SlotName } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";

/** The calls of a peer connection that the oracle follows. */
export type CallName = (typeof callNames)[number];

/** Their names. */
export const callNames = [
  "createOffer",
  "createAnswer",
  "setLocalDescription",
  "setRemoteDescription",
  "close",
] as const;

/** How a call ended; `unsettled` where its promise was waited for long enough. */
export type CallOutcome = "applied" | "rejected" | "unsettled";

/** An error as its members say: of a DOMException the `name`, of an RTCError its detail and line (1-based) too. */
export interface ObservedError {
  readonly name: string;
  readonly message?: string | null | undefined;
  readonly errorDetail?: string | null | undefined;
  readonly sdpLineNumber?: number | null | undefined;
}

/** What the slots were seen to hold; one that is left out was not looked at. */
export type ObservedSlots = { readonly [Name in SlotName]?: Description | null };

/** What a live peer connection was seen to be at the moment when a call was settled. */
export interface Seen {
  readonly signalingState: SignalingState;
  readonly slots: ObservedSlots;
  /** Are its signalingstatechange events among the trace's events? */
  readonly events: boolean;
  /** The states in those that came after the settlement and before the next call, where that was waited for. */
  readonly lateEvents?: readonly SignalingState[];
}

/** Something that happened on one peer connection. Times are in ms since the epoch. */
export type TraceEvent =
  /** It is followed from here on, whatever was before; and the options that it is judged by. */
  | { readonly kind: "attached"; readonly time: number; readonly seen: Seen; readonly options?: SessionOptions }
  | {
      readonly kind: "call";
      readonly time: number;
      readonly call: CallName;
      /** The description given to a set call; undefined where there was none. */
      readonly description?: unknown;
      /** Which call it is, where the settlement says so too: of a live peer connection. */
      readonly id?: number;
    }
  | {
      readonly kind: "settled";
      readonly time: number;
      readonly call: CallName;
      readonly outcome: CallOutcome;
      /** What the implementation said of a failure; null where it said nothing. */
      readonly message: string | null;
      /** What was created, or what a call without SDP has set; null where the log does not say. */
      readonly description: { readonly type: string; readonly sdp: string } | null;
      readonly id?: number;
      readonly error?: ObservedError | null;
      readonly seen?: Seen;
    }
  | { readonly kind: "state"; readonly time: number; readonly signalingState: SignalingState };
