/**
 * All that a peer connection does around its descriptions, as one value and one function: the operations chain, the
 * transceivers, the negotiation-needed flag, candidates, and closing at any moment.
 *
 * @module
 */

export {
  canTrickleIceCandidates,
  dataChannelsOf,
  localDescriptionWithCandidates,
  remoteDescriptionWithCandidates,
  transceiversOf,
} from "../connection/attributes.ts";
export type { CandidateInit, LocalCandidate } from "../connection/candidate.ts";
export type {
  Connection,
  Counters,
  Created,
  DataChannel,
  SctpTransport,
  SteppedConnection,
} from "../connection/connection.ts";
export { createConnection } from "../connection/create-connection.ts";
export { createConnectionDescription, type StackParameters } from "../connection/create-description.ts";
export type { ConnectionEffect as Effect, Work } from "../connection/effect.ts";
export type {
  CallId,
  CallInput,
  ConnectionInput as Input,
  DataChannelInit,
  MethodCall,
  MethodName,
  OfferOptions,
  Track,
  TransceiverInit,
  WorkFailure,
} from "../connection/input.ts";
export type { MediaDescription, MediaDescriptions } from "../connection/media-description/media-description.ts";
export { isNegotiationNeeded } from "../connection/negotiation-needed/check-if-negotiation-is-needed.ts";
export type { ChainedAction, Operation, Progress, Task } from "../connection/operation.ts";
export type { Configuration, ConnectionOptions, ResolvedConnectionOptions } from "../connection/options.ts";
export { callException } from "../connection/rejection/call-exception.ts";
export {
  type CallErrorName,
  type CallRejectionCode,
  type CallRejectionCodeEntry,
  callRejectionCodes,
} from "../connection/rejection/call-rejection-codes.ts";
export type { CallRejection, ConnectionRejection } from "../connection/rejection/connection-rejection.ts";
export { type Revision, type RevisionName, revisions } from "../connection/revision.ts";
export { stepConnection as step } from "../connection/step.ts";
export type { List, ListNode } from "../connection/structure/list.ts";
export type { Queue } from "../connection/structure/queue.ts";
export type { Tally } from "../connection/structure/tally.ts";
export type { SenderIndex } from "../connection/transceivers/senders.ts";
export type { Encoding, Receiver, Sender, Transceiver } from "../connection/transceivers/transceiver.ts";
export type {
  Capabilities,
  CodecCapability,
  HeaderExtensionCapability,
  KindCapabilities,
  MediaKind,
  RtpCodec,
} from "../sdp/create/capabilities.ts";
export { createAnswerSdp } from "../sdp/create/create-answer-sdp.ts";
export { createOfferSdp } from "../sdp/create/create-offer-sdp.ts";
export type {
  BundlePolicy,
  CertificateFingerprint,
  CreateOfferSdpInput,
  CreateSdpInput,
  DescribedTransceiver,
  GatheredCandidates,
  IceCredentials,
  KnownDescriptions,
  NewTransport,
  SctpParameters,
} from "../sdp/create/input.ts";
export type { Direction } from "../sdp/description/direction.ts";
