export { applyDescription, rollBack } from "./apply.ts";
export { close } from "./close.ts";
export { createSession } from "./create-session.ts";
export { answerCreated, offerCreated } from "./created-description.ts";
export { type Decision, decideLocal, decideRemote } from "./decide.ts";
export { operationFailed } from "./operation-failed.ts";
export type { ResolvedOptions, SessionOptions } from "./options.ts";
export type { Applied, Create, Effect, Outcome, Rejected } from "./outcome.ts";
export { type PendingType, pendingTypes } from "./pending-types.ts";
export { callName } from "./refuse.ts";
export type { ContentRejection, PlainRejection, Rejection, RejectionBase, SyntaxRejection } from "./rejection.ts";
export { type RejectionCode, rejectionCodes } from "./rejection-codes.ts";
export { restoreSession } from "./restore-session.ts";
export {
  type Description,
  localDescription,
  makeDescription,
  makeSession,
  remoteDescription,
  type Session,
} from "./session.ts";
export { carryOut, setLocalDescription, setRemoteDescription } from "./set-description.ts";
export { legacyErrorName, toException } from "./to-exception.ts";
