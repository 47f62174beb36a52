import { cited, type Reference } from "../../specifications.ts";

/** An entry of the list of codes: the code, the error it is reported as, and where the rule stands. */
export interface RejectionCodeEntry<Error extends ErrorName = ErrorName> {
  readonly code: RejectionCode;
  readonly error: Error;
  readonly reference: Reference;
}

const descriptionInit = "#dom-rtcsessiondescriptioninit";
const stateMachine = "9429 3.2";

// In the order in which they are looked for.
const errorsAndReferences = {
  "description-missing": ["TypeError", descriptionInit],
  "description-not-an-object": ["TypeError", descriptionInit],
  "description-unreadable": ["TypeError", descriptionInit],
  "sdp-not-a-string": ["TypeError", descriptionInit],
  "type-missing": ["TypeError", descriptionInit],
  "type-not-a-string": ["TypeError", descriptionInit],
  "type-unknown": ["TypeError", "#dom-rtcsdptype"],
  "created-sdp-not-a-string": ["TypeError", "#dom-rtclocalsessiondescriptioninit"],
  "connection-closed": ["InvalidStateError", "#dfn-chain"],
  "local-description-modified": ["InvalidModificationError", "#dom-peerconnection-setlocaldescription"],
  "create-offer-in-wrong-state": ["InvalidStateError", "#dom-rtcpeerconnection-createoffer"],
  "create-answer-in-wrong-state": ["InvalidStateError", "#dom-rtcpeerconnection-createanswer"],
  "offer-in-wrong-state": ["InvalidStateError", stateMachine],
  "pranswer-in-wrong-state": ["InvalidStateError", stateMachine],
  "answer-in-wrong-state": ["InvalidStateError", stateMachine],
  "rollback-in-wrong-state": ["InvalidStateError", "9429 5.7"],
  "rollback-from-pranswer": ["InvalidStateError", "#set-description"],
  "sdp-too-long": ["OperationError", "#set-description"],
  "sdp-syntax-error": ["RTCError", "#dom-rtcerrordetailtype-sdp-syntax-error"],
  "sdp-not-acceptable": ["InvalidAccessError", "#set-description"],
  "operation-failed": ["OperationError", "#set-description"],
} as const;

type Entries = typeof errorsAndReferences;
type ErrorName = Entries[RejectionCode][0];

/** Why a call was refused: stable and machine-readable. */
export type RejectionCode = keyof Entries;

/** The codes whose error carries nothing beyond what every rejection says. */
export type PlainCode = { [Name in RejectionCode]: Entries[Name][0] extends PlainError ? Name : never }[RejectionCode];
type PlainError = "TypeError" | "InvalidStateError" | "InvalidModificationError" | "OperationError";

/** The error and the reference of a code. */
export function codeEntry<Name extends RejectionCode>(code: Name): RejectionCodeEntry<Entries[Name][0]> {
  const [error, place] = errorsAndReferences[code];
  return { code, error, reference: cited(place) };
}

/**
 * Every reason for refusal: its code, the error it is reported as, and where the rule stands.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export const rejectionCodes: readonly RejectionCodeEntry[] = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ (Object.keys(errorsAndReferences) as RejectionCode[]).map((code) => Object.freeze(codeEntry(code))),
);
