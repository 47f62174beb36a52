import { type Reference, rfc, webrtcPc } from "../../specifications.ts";

/** An entry of the list of codes: the code, the error it is reported as, and where the rule stands. */
export interface RejectionCodeEntry<Error extends ErrorName = ErrorName> {
  readonly code: RejectionCode;
  readonly error: Error;
  readonly reference: Reference;
}

const descriptionInit = webrtcPc("dom-rtcsessiondescriptioninit");
const stateMachine = rfc(9429, "3.2");

// In the order in which they are looked for.
const errorsAndReferences = {
  "description-missing": ["TypeError", descriptionInit],
  "description-not-an-object": ["TypeError", descriptionInit],
  "description-unreadable": ["TypeError", descriptionInit],
  "sdp-not-a-string": ["TypeError", descriptionInit],
  "type-missing": ["TypeError", descriptionInit],
  "type-not-a-string": ["TypeError", descriptionInit],
  "type-unknown": ["TypeError", webrtcPc("dom-rtcsdptype")],
  "created-sdp-not-a-string": ["TypeError", webrtcPc("dom-rtclocalsessiondescriptioninit")],
  "connection-closed": ["InvalidStateError", webrtcPc("dfn-chain")],
  "local-description-modified": ["InvalidModificationError", webrtcPc("dom-peerconnection-setlocaldescription")],
  "create-offer-in-wrong-state": ["InvalidStateError", webrtcPc("dom-rtcpeerconnection-createoffer")],
  "create-answer-in-wrong-state": ["InvalidStateError", webrtcPc("dom-rtcpeerconnection-createanswer")],
  "offer-in-wrong-state": ["InvalidStateError", stateMachine],
  "pranswer-in-wrong-state": ["InvalidStateError", stateMachine],
  "answer-in-wrong-state": ["InvalidStateError", stateMachine],
  "rollback-in-wrong-state": ["InvalidStateError", rfc(9429, "5.7")],
  "rollback-from-pranswer": ["InvalidStateError", webrtcPc("set-description")],
  "sdp-too-long": ["OperationError", webrtcPc("set-description")],
  "sdp-syntax-error": ["RTCError", webrtcPc("dom-rtcerrordetailtype-sdp-syntax-error")],
  "sdp-not-acceptable": ["InvalidAccessError", webrtcPc("set-description")],
  "operation-failed": ["OperationError", webrtcPc("set-description")],
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
  const [error, reference] = errorsAndReferences[code];
  return { code, error, reference };
}

/**
 * Every reason for refusal: its code, the error it is reported as, and where the rule stands.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export const rejectionCodes: readonly RejectionCodeEntry[] = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ (Object.keys(errorsAndReferences) as RejectionCode[]).map((code) => Object.freeze(codeEntry(code))),
);
