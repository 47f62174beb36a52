import type { IceCredentials } from "../sdp/create/input.ts";
import type { Session } from "../session/session.ts";
import type { SlotName } from "../signaling/description.ts";
import type { CandidateInit, LocalCandidate } from "./candidate.ts";
import type { ConnectionEffect } from "./effect.ts";
import type { MediaDescriptions } from "./media-description/media-description.ts";
import type { Operation, Progress, Task } from "./operation.ts";
import type { Configuration, ResolvedConnectionOptions } from "./options.ts";
import { type List, noItems } from "./structure/list.ts";
import { emptyQueue, type Queue } from "./structure/queue.ts";
import { noSenders, type SenderIndex } from "./transceivers/senders.ts";
import type { Transceiver } from "./transceivers/transceiver.ts";

/** A data channel that the application or the peer has created, and that is not closed. */
export interface DataChannel {
  /** Counts from 0 in the order of creation. */
  readonly channel: number;
  /** Null until the DTLS role is known. */
  readonly id: number | null;
}

/** The SCTP transport, by the DTLS transport below it. */
export interface SctpTransport {
  readonly transport: number;
  /** Whether its DTLS role is that of the client; null until an answer has negotiated it. */
  readonly isClient: boolean | null;
}

/** What was created last, beyond its SDP, which the session holds. */
export interface Created {
  /** Has the connection been modified since the offer was created? */
  readonly offerStale: boolean;
  readonly answerStale: boolean;
  /** The transceivers that the offer newly describes, by its mids with `:` before them. */
  readonly offeredTransceivers: Readonly<Record<string, number>>;
}

/** What is numbered next. */
export interface Counters {
  readonly operation: number;
  readonly task: number;
  readonly transceiver: number;
  readonly transport: number;
  readonly channel: number;
}

/**
 * What webrtc-pc remembers of a peer connection: immutable plain data that survives `structuredClone` and JSON. Its
 * members are the internal slots, under their names; the session has those of the descriptions.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export interface Connection {
  readonly options: ResolvedConnectionOptions;
  readonly configuration: Configuration;
  /** The signaling state and the descriptions. */
  readonly session: Session;
  /** What the slots' descriptions say; null where the slot is. */
  readonly mediaDescriptions: Readonly<Record<SlotName, MediaDescriptions | null>>;
  readonly created: Created;
  readonly operations: Queue<Operation>;
  /** Of the first operation; null where the chain is empty. */
  readonly progress: Progress | null;
  readonly updateNegotiationNeededFlagOnEmptyChain: boolean;
  readonly negotiationNeeded: boolean;
  /** Was it checked whether negotiation is needed since the last change that could need it? Then it need not be again. */
  readonly negotiationChecked: boolean;
  /** The tasks that are queued. */
  readonly tasks: Queue<Task>;
  /** The set of transceivers, in the order of their creation. */
  readonly transceivers: List<Transceiver>;
  readonly senders: SenderIndex;
  /** The ids of the transceivers that are associated, by their mids with `:` before them. */
  readonly associations: Readonly<Record<string, number>>;
  /** The DTLS transports that are not closed. */
  readonly openTransports: readonly number[];
  readonly dataChannels: List<DataChannel>;
  readonly sctpTransport: SctpTransport | null;
  readonly lastStableStateSctpTransport: SctpTransport | null;
  readonly localIceCredentialsToReplace: readonly IceCredentials[];
  readonly earlyCandidates: List<LocalCandidate>;
  /** The candidates that were surfaced, and those that were added: they belong to the descriptions of their generation. */
  readonly localCandidates: List<LocalCandidate>;
  readonly remoteCandidates: List<CandidateInit>;
  /** Has setLocalDescription() been called? */
  readonly localDescriptionCalled: boolean;
  readonly next: Counters;
}

/** What a step gives: the connection after it, and what the stack has to do, in order. */
export interface SteppedConnection {
  readonly connection: Connection;
  readonly effects: readonly ConnectionEffect[];
}

/** Nothing was created. */
export const nothingCreated: Created = /* @__PURE__ */ Object.freeze({
  offerStale: false,
  answerStale: false,
  offeredTransceivers: /* @__PURE__ */ Object.freeze({}),
});

/** No description, and so nothing that it says. */
const nothingDescribed = /* @__PURE__ */ Object.freeze({
  pendingLocalDescription: null,
  currentLocalDescription: null,
  pendingRemoteDescription: null,
  currentRemoteDescription: null,
});

const fromZero: Counters = /* @__PURE__ */ Object.freeze({
  operation: 0,
  task: 0,
  transceiver: 0,
  transport: 0,
  channel: 0,
});

/** A new connection with that session. */
export function initialConnection(
  session: Session,
  options: ResolvedConnectionOptions,
  configuration: Configuration,
): Connection {
  return Object.freeze({
    options,
    configuration,
    session,
    mediaDescriptions: nothingDescribed,
    created: nothingCreated,
    operations: emptyQueue,
    progress: null,
    updateNegotiationNeededFlagOnEmptyChain: false,
    negotiationNeeded: false,
    negotiationChecked: false,
    tasks: emptyQueue,
    transceivers: noItems,
    senders: noSenders,
    associations: Object.freeze({}),
    openTransports: Object.freeze([]),
    dataChannels: noItems,
    sctpTransport: null,
    lastStableStateSctpTransport: null,
    localIceCredentialsToReplace: Object.freeze([]),
    earlyCandidates: noItems,
    localCandidates: noItems,
    remoteCandidates: noItems,
    localDescriptionCalled: false,
    next: fromZero,
  });
}
