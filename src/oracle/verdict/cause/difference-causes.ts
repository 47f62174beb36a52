import { cited, type Reference } from "../../../specifications.ts";

const setting = "#set-description";
const local = "#dom-peerconnection-setlocaldescription";
const remote = "#dom-peerconnection-setremotedescription";
const edges = "9429 3.2";
const rollback = "9429 5.7";
const closing = "#dom-rtcpeerconnection-close";

// Each fault in a sentence, and the place that it breaks.
const sentencesAndPlaces = {
  "argument-not-converted": ["The argument is not converted as Web IDL requires.", "#dom-rtcsessiondescriptioninit"],
  "sdp-read-first": [
    "SDP is read, and refused, before the check that comes first: of the state, or of what was created.",
    setting,
  ],
  "state-checked-before-modification": [
    "The state is checked before a local description is compared with the created one. webrtc-pc issue 3129 disputes the order.",
    local,
  ],
  "modified-description-applied": ["A local description is applied that is not the one that was created last.", local],
  "wrong-error-name": ["A call is rightly refused with an error of another name.", setting],
  "syntax-error-without-line": [
    "A syntax error is reported without the detail or the right line of an RTCError.",
    "#dom-rtcerrordetailtype-sdp-syntax-error",
  ],
  "rule-not-enforced": ["SDP is applied that breaks a rule.", setting],
  "state-not-checked": ["A call is applied in a state that does not allow it.", edges],
  "creation-state-not-checked": [
    "createOffer() or createAnswer() succeeds in a state that does not allow it.",
    "#dom-rtcpeerconnection-createoffer",
  ],
  "implicit-rollback-missing": [
    "An offer that crosses the own offer is refused: there is no implicit rollback.",
    remote,
  ],
  "rollback-missing-before-refusal": [
    "An offer that is refused for its SDP does not roll back the own offer first.",
    remote,
  ],
  "rollback-not-implemented": ["Rollback is not implemented: it is refused, or changes nothing.", rollback],
  "rollback-tied-to-side": ["A rollback is refused on the side that did not make the offer.", rollback],
  "pranswer-not-implemented": ["Provisional answers are not implemented: they are refused, or change no state.", edges],
  "no-sdp-not-implemented": ["setLocalDescription() without SDP is not implemented.", local],
  "type-ignored-without-sdp": ["setLocalDescription() without SDP ignores the type that it is given.", local],
  "replacement-refused": ["A description is refused that replaces a pending one of its type.", edges],
  "created-description-refused": ["The implementation refuses a description that it creates or created itself.", local],
  "legal-call-refused": ["A call is refused as illegal in a state that allows it.", edges],
  "warned-sdp-refused": ["SDP is refused that keeps every rule; a warning names what is unusual about it.", setting],
  "sound-sdp-refused": ["SDP is refused that keeps every rule, and that no warning speaks of.", setting],
  "refusal-damages": [
    "A refused description leaves the connection damaged: later calls fail that must succeed.",
    setting,
  ],
  "refusal-changes-state": ["A refused call changes the signaling state.", setting],
  "refusal-changes-slots": ["A refused description stays in a slot, or empties one.", setting],
  "wrong-state": ["A call that is applied leads to another signaling state.", edges],
  "wrong-slots": ["A call that is applied leaves the descriptions in other slots.", setting],
  "sdp-rewritten": ["A slot does not hold the SDP that was set, but other text.", setting],
  "wrong-events": ["The signalingstatechange events are wrong in number, in state or in time.", setting],
  "close-changes-slots": ["close() empties or fills description slots.", closing],
  "close-fires-event": ["close() fires a signalingstatechange event.", closing],
  "settled-after-close": ["A call is settled although close() overtook it in the operations chain.", "#dfn-chain"],
  "never-settled": ["A call never settles.", "#dfn-chain"],
  "chain-not-kept": [
    "A call has its turn, or is settled, before the calls that were made before it on the same connection.",
    "#dfn-chain",
  ],
  "object-call-refused": [
    "A legal call is refused that is about transceivers, tracks, data channels or ICE.",
    "#rtcpeerconnection-interface-extensions",
  ],
  "object-call-not-refused": [
    "A call that is about transceivers, tracks, data channels or ICE must be refused, and is not.",
    "#rtcpeerconnection-interface-extensions",
  ],
  "wrong-return-value": [
    "addTransceiver() or addTrack() returns another object than the one it must.",
    "#dom-rtcpeerconnection-addtrack",
  ],
  "wrong-transceivers": ["The set of transceivers has others in it than it must.", "#transceivers-set"],
  "wrong-mid": ["A transceiver has another mid than its description says.", "#dom-rtcrtptransceiver-mid"],
  "wrong-direction": [
    "A transceiver's direction is not the one that calls have given it.",
    "#dom-rtcrtptransceiver-direction",
  ],
  "wrong-current-direction": [
    "A transceiver's currentDirection is not the one that was negotiated last.",
    "#dom-rtcrtptransceiver-currentdirection",
  ],
  "rollback-not-restored": [
    "A rollback leaves the transceivers other than they were in the last stable state.",
    setting,
  ],
  "track-event-missing": ["A track event does not fire.", "#process-remote-track-addition"],
  "track-event-unexpected": ["A track event fires that must not.", "#process-remote-track-addition"],
  "track-event-out-of-order": [
    "Track events are out of order: signalingstatechange comes first, then they in the order of the m= sections, then the settlement.",
    setting,
  ],
  "track-event-streams": [
    "A track event holds other streams than the remote description names.",
    "#set-associated-remote-streams",
  ],
  "negotiationneeded-missing": [
    "The event negotiationneeded does not fire although negotiation is needed.",
    "#dfn-update-the-negotiation-needed-flag",
  ],
  "negotiationneeded-while-busy": [
    "The event negotiationneeded fires before the calls under way are settled, and not after them.",
    "#dfn-update-the-negotiation-needed-flag",
  ],
  "negotiationneeded-unexpected": [
    "The event negotiationneeded fires although the flag is set already, or negotiation is not needed.",
    "#dfn-update-the-negotiation-needed-flag",
  ],
  "earlier-deviation": [
    "An earlier call deviated on the connection, and the difference may follow from that.",
    setting,
  ],
  unknown: ["The evidence shows no cause.", setting],
} as const;

/** The fault that a difference comes from, e.g. `implicit-rollback-missing`: one of `differenceCauses`. */
export type DifferenceCause = keyof typeof sentencesAndPlaces;

/** An entry of the list of causes: what the fault is, in a sentence, and the place in a specification that it breaks. */
export interface DifferenceCauseEntry {
  readonly id: DifferenceCause;
  readonly summary: string;
  readonly reference: Reference;
}

/**
 * Every fault that a difference may come from.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export const differenceCauses: readonly DifferenceCauseEntry[] = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ (Object.keys(sentencesAndPlaces) as DifferenceCause[]).map((id) => {
    const [summary, place] = sentencesAndPlaces[id];
    return Object.freeze({ id, summary, reference: cited(place) });
  }),
);
