import type { SetDescription } from "../session/apply.ts";
import type { Description } from "../signaling/description.ts";
import type { Side, SignalingState } from "../signaling/transition-table.ts";
import type { CandidateInit, LocalCandidate } from "./candidate.ts";
import type { CallId } from "./input.ts";
import type { Configuration } from "./options.ts";
import type { ConnectionRejection } from "./rejection/connection-rejection.ts";

/**
 * What the stack does in parallel, and reports the end of: `created` for the first two, `applied` for the others, or
 * `failed`.
 */
export type Work =
  | { readonly kind: "create-offer"; readonly iceRestart: boolean }
  | { readonly kind: "create-answer" }
  | { readonly kind: "apply-description"; readonly side: Side; readonly description: SetDescription }
  | { readonly kind: "add-candidate"; readonly candidate: CandidateInit }
  | { readonly kind: "replace-track"; readonly transceiver: number; readonly track: string | null };

/** What the stack has to do, in this order. A transceiver is named by its id; so are its sender, its receiver and their tracks. */
export type ConnectionEffect =
  // The settlement of calls: one each, none once the connection is closed.
  | { readonly type: "return"; readonly call: CallId; readonly value: number | null }
  | { readonly type: "throw"; readonly call: CallId; readonly rejection: ConnectionRejection }
  | { readonly type: "resolve"; readonly call: CallId; readonly value: Description | null }
  | { readonly type: "reject"; readonly call: CallId; readonly rejection: ConnectionRejection }
  /** When the application's reactions to the promise have run, report the input `reaction`. */
  | { readonly type: "react"; readonly operation: number }
  /** Start this in parallel. */
  | { readonly type: "start"; readonly operation: number; readonly work: Work }
  /** Queue a task that reports the input `task`; tasks run in the order in which they were queued. */
  | { readonly type: "queue-task"; readonly task: number }
  // Events at the connection.
  | { readonly type: "signalingstatechange"; readonly signalingState: SignalingState }
  | { readonly type: "negotiationneeded" }
  | { readonly type: "track"; readonly transceiver: number; readonly streams: readonly string[] }
  | { readonly type: "icecandidate"; readonly candidate: LocalCandidate }
  /** Of a channel that the peer has opened. */
  | { readonly type: "datachannel"; readonly channel: number; readonly id: number }
  // Remote tracks and streams.
  | { readonly type: "mute"; readonly transceiver: number }
  | { readonly type: "unmute"; readonly transceiver: number }
  | { readonly type: "remove-track"; readonly stream: string; readonly transceiver: number }
  | { readonly type: "add-track"; readonly stream: string; readonly transceiver: number }
  | { readonly type: "ended"; readonly transceiver: number }
  // The media and transport layers.
  | { readonly type: "stop-sending-and-receiving"; readonly transceiver: number }
  | { readonly type: "create-transport"; readonly transport: number; readonly mid: string }
  | { readonly type: "close-transport"; readonly transport: number }
  | { readonly type: "create-sctp-transport"; readonly transport: number }
  | { readonly type: "close-sctp-transport" }
  | { readonly type: "data-channel-id"; readonly channel: number; readonly id: number }
  | { readonly type: "data-channel-error"; readonly channel: number }
  | { readonly type: "close-data-channel"; readonly channel: number }
  | { readonly type: "configure"; readonly configuration: Configuration }
  | { readonly type: "destroy-ice-agent" };
