import type { MediaKind, RtpCodec } from "../sdp/create/capabilities.ts";
import type { Direction } from "../sdp/description/direction.ts";
import type { CandidateInit, LocalCandidate } from "./candidate.ts";
import type { Configuration } from "./options.ts";
import type { Encoding } from "./transceivers/transceiver.ts";

/** The caller's name for a call. */
export type CallId = string | number;

/** A MediaStreamTrack, by the caller's id of it. */
export interface Track {
  readonly id: string;
  readonly kind: MediaKind;
}

/** RTCRtpTransceiverInit, with the ids of the streams. @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiverinit */
export interface TransceiverInit {
  readonly direction?: Direction | undefined;
  readonly streams?: readonly string[] | undefined;
  readonly sendEncodings?: readonly Partial<Encoding>[] | undefined;
}

/** RTCRtpEncodingParameters, where a member may be missing. */
export type EncodingMembers = { readonly [Name in keyof Encoding]?: NonNullable<Encoding[Name]> | undefined };

/** RTCDataChannelInit. @see https://w3c.github.io/webrtc-pc/#dom-rtcdatachannelinit */
export interface DataChannelInit {
  readonly ordered?: boolean | undefined;
  readonly maxPacketLifeTime?: number | undefined;
  readonly maxRetransmits?: number | undefined;
  readonly protocol?: string | undefined;
  readonly negotiated?: boolean | undefined;
  readonly id?: number | undefined;
}

/** RTCOfferOptions, with the legacy ones. @see https://w3c.github.io/webrtc-pc/#dom-rtcofferoptions */
export interface OfferOptions {
  readonly iceRestart?: boolean | undefined;
  readonly offerToReceiveAudio?: boolean | undefined;
  readonly offerToReceiveVideo?: boolean | undefined;
}

/** What the application calls, each method with its arguments. A transceiver is named by its id, its sender too. */
export type MethodCall =
  | { readonly method: "createOffer"; readonly options?: OfferOptions | undefined }
  | { readonly method: "createAnswer" }
  | { readonly method: "setLocalDescription"; readonly description?: unknown }
  | { readonly method: "setRemoteDescription"; readonly description?: unknown }
  | { readonly method: "addIceCandidate"; readonly candidate?: Partial<CandidateInit> | null | undefined }
  | {
      readonly method: "addTransceiver";
      readonly trackOrKind: Track | MediaKind;
      readonly init?: TransceiverInit | undefined;
    }
  | { readonly method: "addTrack"; readonly track: Track; readonly streams?: readonly string[] | undefined }
  | { readonly method: "removeTrack"; readonly transceiver: number }
  | { readonly method: "replaceTrack"; readonly transceiver: number; readonly track: Track | null }
  | { readonly method: "setStreams"; readonly transceiver: number; readonly streams?: readonly string[] | undefined }
  | { readonly method: "setDirection"; readonly transceiver: number; readonly direction: Direction }
  | { readonly method: "stop"; readonly transceiver: number }
  | { readonly method: "setCodecPreferences"; readonly transceiver: number; readonly codecs: readonly RtpCodec[] }
  | { readonly method: "createDataChannel"; readonly label: string; readonly init?: DataChannelInit | undefined }
  | { readonly method: "restartIce" }
  | { readonly method: "setConfiguration"; readonly configuration: Partial<Configuration> }
  | { readonly method: "close" };

/** The name of a method. */
export type MethodName = MethodCall["method"];

/** A call of the application's. */
export type CallInput = { readonly type: "call"; readonly call: CallId } & MethodCall;

/** Why a piece of work failed. */
export interface WorkFailure {
  /** For people. */
  readonly message: string;
  /** Default "OperationError". replaceTrack()'s work may also fail with "InvalidModificationError". */
  readonly error?: "OperationError" | "InvalidModificationError" | undefined;
}

/**
 * All that can happen to a connection. Each is given in a task or microtask of its own: the calls when they are made, the
 * ends of work when the task runs that the stack has queued for it, the tasks and reactions that an effect asked for.
 */
export type ConnectionInput =
  | CallInput
  /** The offer or answer that was to be created. */
  | { readonly type: "created"; readonly operation: number; readonly sdp: string }
  /** What was to be applied, added or replaced is. */
  | { readonly type: "applied"; readonly operation: number }
  /** The work has failed, and has left no trace. */
  | ({ readonly type: "failed"; readonly operation: number } & WorkFailure)
  /** The first of the tasks that were queued has its turn. */
  | { readonly type: "task"; readonly task: number }
  /** The application's own reactions to the promise have run. */
  | { readonly type: "reaction"; readonly operation: number }
  /** The ICE agent has gathered a candidate. */
  | { readonly type: "gathered"; readonly candidate: LocalCandidate }
  /** Media comes in for a transceiver, or its source has said BYE. */
  | { readonly type: "media"; readonly transceiver: number; readonly flows: boolean }
  /** The stack has configured a sender with other encodings, as setParameters() asked for: as many, with the same RIDs. */
  | {
      readonly type: "send-encodings";
      readonly transceiver: number;
      readonly encodings: readonly (Partial<Encoding> | EncodingMembers)[];
    }
  /** The peer has opened a data channel with that id. */
  | { readonly type: "data-channel-opened"; readonly id: number }
  /** A data channel is closed, on both sides: its id may be given again. */
  | { readonly type: "data-channel-closed"; readonly channel: number }
  /** The implementation itself needs negotiation. */
  | { readonly type: "negotiation-needed" };
