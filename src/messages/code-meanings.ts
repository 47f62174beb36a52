import type { RejectionCode } from "../session/rejection/rejection-codes.ts";

/** What a rejection code says, and what to do about it. */
export interface CodeMeaning {
  readonly means: string;
  readonly causes: readonly string[];
  readonly remedies: readonly string[];
}

const passDescription = [
  "Pass an object with the strings type and sdp, such as connection.localDescription of the other side.",
];
const notParsed = ["The message of signaling was passed whole, or as text that was not parsed."];

/** Every rejection code's meaning. */
export const codeMeanings: Readonly<Record<RejectionCode, CodeMeaning>> = {
  "description-missing": {
    means: "setRemoteDescription() was called without an argument.",
    causes: ["A message of signaling has no description, as one with a candidate."],
    remedies: passDescription,
  },
  "description-not-an-object": { means: "The description is no object.", causes: notParsed, remedies: passDescription },
  "description-unreadable": {
    means: "A member of the description cannot be read: its getter throws.",
    causes: ["The object is a proxy, or belongs to something that is gone."],
    remedies: ["Pass plain data."],
  },
  "sdp-not-a-string": {
    means: "The member sdp cannot be made a string.",
    causes: notParsed,
    remedies: passDescription,
  },
  "type-missing": { means: "The description has no type.", causes: notParsed, remedies: passDescription },
  "type-not-a-string": { means: "The type cannot be made a string.", causes: notParsed, remedies: passDescription },
  "type-unknown": {
    means: "The type is not offer, pranswer, answer or rollback.",
    causes: ["The types are upper case, or numbers, on their way."],
    remedies: ["Send the type as the API names it."],
  },
  "created-sdp-not-a-string": {
    means: "offerCreated() or answerCreated() was called without SDP.",
    causes: ["A stack reports a failed creation as a created one."],
    remedies: ['Pass the SDP, or "" to discard what was created.'],
  },
  "connection-closed": {
    means: "The connection was closed before the call.",
    causes: ["A message arrived after the call had ended."],
    remedies: ["Remove the handlers of signaling before close(), and look at signalingState after every await."],
  },
  "local-description-modified": {
    means: "The SDP is not what the latest createOffer() or createAnswer() created.",
    causes: ["The application edits (munges) the SDP.", "createOffer() was called again in between."],
    remedies: ["Set what was created, unchanged, or call setLocalDescription() without an argument."],
  },
  "create-offer-in-wrong-state": {
    means: "An offer can be created in stable and have-local-offer only.",
    causes: ["A remote offer waits for its answer, or an answer is provisional."],
    remedies: ["Answer first; negotiationneeded fires again once the state is stable."],
  },
  "create-answer-in-wrong-state": {
    means: "An answer can be created in have-remote-offer and have-local-pranswer only.",
    causes: ["setRemoteDescription(offer) was not awaited or had failed.", "The offer was answered already."],
    remedies: ["Await setRemoteDescription(offer), and answer each offer once."],
  },
  "offer-in-wrong-state": {
    means: "An offer cannot be set while the other side's offer, or a provisional answer, is pending.",
    causes: ["Both sides offered at the same time.", "negotiationneeded was handled without a look at signalingState."],
    remedies: ["Use the perfect negotiation pattern.", "Call setLocalDescription() without an argument."],
  },
  "pranswer-in-wrong-state": {
    means: "A provisional answer needs a pending offer of the other side.",
    causes: ["A pranswer came after the answer, or without an offer."],
    remedies: ["Drop a pranswer that comes late."],
  },
  "answer-in-wrong-state": {
    means: "An answer needs a pending offer of the other side, and no offer is pending.",
    causes: [
      "The same answer was set twice.",
      "Several remote peers answered one offer.",
      "The offer was rolled back before its answer came.",
    ],
    remedies: [
      "Use one RTCPeerConnection for each remote peer, and one listener for its messages.",
      "Drop an answer for which no offer waits.",
    ],
  },
  "rollback-in-wrong-state": {
    means: "There is no offer to roll back.",
    causes: ["The state was read before the operations chain had run."],
    remedies: ["Leave the rollback to setRemoteDescription(offer), which rolls back by itself."],
  },
  "rollback-from-pranswer": {
    means: "webrtc-pc does not let a provisional answer be rolled back; RFC 9429 does.",
    causes: ["An offer came, or a rollback was set, after a provisional answer."],
    remedies: [
      "Complete the exchange with an answer first.",
      "Judge by the profile rfc9429 where the stack follows that.",
    ],
  },
  "sdp-too-long": {
    means: "The SDP is longer than maxSdpLength, 1048576 code units by default.",
    causes: ["The text is not one description, or has thousands of sections."],
    remedies: ["Pass another maxSdpLength where such SDP is meant."],
  },
  "sdp-syntax-error": {
    means: "The text is not SDP, from the line in sdpLineNumber on.",
    causes: ["Line ends were lost or escaped on the way.", "Another text than SDP was passed."],
    remedies: ["Let jsep-machine check FILE list every line that is wrong."],
  },
  "sdp-not-acceptable": {
    means: "The SDP can be read, but breaks the rule that the rejection names.",
    causes: ["A server or an edit wrote it.", "An answer belongs to another offer."],
    remedies: [
      "Look up the rule with jsep-machine explain RULE.",
      "Compare an answer with its offer: jsep-machine check ANSWER --offer OFFER.",
    ],
  },
  "operation-failed": {
    means: "The stack reported that it could not apply a description that the specification allows.",
    causes: ["Resources ran out, or the stack lacks what the description asks for."],
    remedies: ["Read the stack's own message."],
  },
};
