import { type Reference, webrtcPc } from "../../specifications.ts";

/** An entry of the list of codes: the code, the error it is reported as, and where the rule stands. */
export interface CallRejectionCodeEntry {
  readonly code: CallRejectionCode;
  readonly error: CallErrorName;
  readonly reference: Reference;
}

const dataChannelCreation = webrtcPc("dom-peerconnection-createdatachannel");
const encodings = webrtcPc("addtransceiver-sendencodings-validation");
const configurationRules = webrtcPc("set-the-configuration");

const callErrorsAndReferences = {
  "arguments-unusable": ["TypeError", webrtcPc("rtcpeerconnection-interface")],
  "call-on-closed-connection": ["InvalidStateError", webrtcPc("rtcpeerconnection-interface")],
  "candidate-without-place": ["TypeError", webrtcPc("dom-peerconnection-addicecandidate")],
  "candidate-without-remote-description": ["InvalidStateError", webrtcPc("dom-peerconnection-addicecandidate")],
  "candidate-for-unknown-mid": ["OperationError", webrtcPc("dom-peerconnection-addicecandidate")],
  "candidate-for-unknown-index": ["OperationError", webrtcPc("dom-peerconnection-addicecandidate")],
  "candidate-for-unknown-generation": ["OperationError", webrtcPc("dom-peerconnection-addicecandidate")],
  "work-failed": ["OperationError", webrtcPc("dfn-chain")],
  "kind-unknown": ["TypeError", webrtcPc("dom-rtcpeerconnection-addtransceiver")],
  "direction-stopped": ["TypeError", webrtcPc("dom-rtcrtptransceiver-direction")],
  "transceiver-stopped": ["InvalidStateError", webrtcPc("dom-rtcrtptransceiver-direction")],
  "rid-unusable": ["TypeError", encodings],
  "encoding-out-of-range": ["RangeError", encodings],
  "track-already-sent": ["InvalidAccessError", webrtcPc("dom-rtcpeerconnection-addtrack")],
  "sender-unknown": ["InvalidAccessError", webrtcPc("dom-rtcpeerconnection-removetrack")],
  "track-of-another-kind": ["TypeError", webrtcPc("dom-rtcrtpsender-replacetrack")],
  "track-not-replaceable": ["InvalidModificationError", webrtcPc("dom-rtcrtpsender-replacetrack")],
  "codec-unknown": ["InvalidModificationError", webrtcPc("dom-rtcrtptransceiver-setcodecpreferences")],
  "codecs-without-media": ["InvalidModificationError", webrtcPc("dom-rtcrtptransceiver-setcodecpreferences")],
  "configuration-changed": ["InvalidModificationError", configurationRules],
  "channel-text-too-long": ["TypeError", dataChannelCreation],
  "channel-options-contradict": ["TypeError", dataChannelCreation],
  "channel-id-unusable": ["TypeError", dataChannelCreation],
  "channel-id-taken": ["OperationError", dataChannelCreation],
} as const satisfies Record<string, readonly [string, Reference]>;

/** Why a call was refused: stable and machine-readable. */
export type CallRejectionCode = keyof typeof callErrorsAndReferences;

/** The names of the errors of refused calls. */
export type CallErrorName = (typeof callErrorsAndReferences)[CallRejectionCode][0];

/** The error and the reference of a code. */
export function callCodeEntry(code: CallRejectionCode): CallRejectionCodeEntry {
  const [error, reference] = callErrorsAndReferences[code];
  return { code, error, reference };
}

/** Every reason to refuse a call that sets no description: its code, its error, and where the rule stands. */
export const callRejectionCodes: readonly CallRejectionCodeEntry[] = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ (Object.keys(callErrorsAndReferences) as CallRejectionCode[]).map((code) =>
    Object.freeze(callCodeEntry(code)),
  ),
);
