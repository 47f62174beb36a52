/**
 * What a call does to the signaling state and the descriptions of a peer connection: pure functions on sessions.
 *
 * @module
 */
export { deployedTolerances } from "../sdp/rules/deployed-tolerances.generated.ts";
export type { SdpRuleId } from "../sdp/rules/sdp-rules.ts";
export type { SetDescription } from "../session/apply.ts";
export { close } from "../session/close.ts";
export { createSession } from "../session/create-session.ts";
export { answerCreated, offerCreated } from "../session/created-description.ts";
export type { Effect } from "../session/effect.ts";
export { type LegalCall, legalCalls } from "../session/legal-calls.ts";
export { operationFailed } from "../session/operation-failed.ts";
export type { ResolvedOptions, SessionOptions } from "../session/options.ts";
export type { Applied, Create, Outcome, Rejected, RolledBack } from "../session/outcome.ts";
export type {
  ContentRejection,
  PlainRejection,
  Rejection,
  RejectionBase,
  SyntaxRejection,
} from "../session/rejection/rejection.ts";
export { type RejectionCode, type RejectionCodeEntry, rejectionCodes } from "../session/rejection/rejection-codes.ts";
export { legacyErrorName, toException } from "../session/rejection/to-exception.ts";
export { restoreSession } from "../session/restore-session.ts";
export { localDescription, remoteDescription, type Session } from "../session/session.ts";
export {
  type LocalSessionDescriptionInit,
  type SessionDescriptionInit,
  setLocalDescription,
  setRemoteDescription,
} from "../session/set-description.ts";
export { type Call, step } from "../session/step.ts";
export type { Description, DescriptionSlots, DescriptionType, SlotName } from "../signaling/description.ts";
export { nextSignalingState } from "../signaling/next-signaling-state.ts";
export { type ModificationCheck, type Profile, type ProfileName, profiles } from "../signaling/profile.ts";
export {
  type RollbackFromPranswer,
  type SdpType,
  type Side,
  type SignalingState,
  sdpTypes,
  sides,
  signalingStates,
  transitionTable,
} from "../signaling/transition-table.ts";
export type { Reference } from "../specifications.ts";
