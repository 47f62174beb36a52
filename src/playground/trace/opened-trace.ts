import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import type { Reference } from "../../specifications.ts";

/** A trace that was opened, of as many connections as it has. */
export interface OpenedTrace {
  readonly file: string;
  /** The names of the connections. */
  readonly connections: readonly string[];
  /** In the order of their time. */
  readonly steps: readonly TracedStep[];
  readonly messages: readonly TracedMessage[];
  /** Does the trace say what was set? */
  readonly holdsDescriptions: boolean;
  /** What there is to say of the whole: what was found, or why not all is shown. */
  readonly notes: readonly string[];
}

/** What happened on one connection of a trace. */
export interface TracedStep {
  /** The index of the connection. */
  readonly connection: number;
  readonly what: string;
  readonly lines: readonly TracedLine[];
  readonly isProblem: boolean;
  /** The signaling state after it; null where it is not known to change. */
  readonly signalingState: SignalingState | null;
  /** What was set; null where nothing was. */
  readonly set: { readonly side: Side; readonly type: SdpType; readonly sdp: string } | null;
}

/** Something to be said of a step. */
export interface TracedLine {
  readonly kind: "event" | "state" | "refusal" | "message";
  readonly text: string;
  readonly reference: Reference | null;
}

/** A message of a trace, by the indices of the steps in which it was sent and arrived. */
export interface TracedMessage {
  readonly name: string;
  readonly from: number;
  /** Null where it does not arrive. */
  readonly to: number | null;
  /** The index of the connection that it is sent to. */
  readonly connection: number;
}

/** So many steps of a trace are shown: the page is for looking at schedules, and `replay` for long calls. */
export const mostTracedSteps = 2000;
