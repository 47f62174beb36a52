import { type KnownMessage, libwebrtc } from "./known-message.ts";

/** Messages of calls in a state that does not allow them. */
export const stateMessages: readonly KnownMessage[] = [
  {
    message: "Failed to set remote answer sdp: Called in wrong state: {state}",
    also: [
      "Called in wrong state: stable",
      "Called in wrong state: kStable",
      "Cannot set remote answer in state {state}",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidStateError",
    means:
      "An answer was set where no local offer waits for one: a remote answer is legal in have-local-offer and have-remote-pranswer only.",
    causes: [
      "The same answer was set twice: signaling delivered it twice, or two listeners handle it.",
      "Several remote peers answered one offer, or the answer belongs to another peer connection.",
      "Both sides called, and the local offer was rolled back before the answer came.",
    ],
    remedies: [
      "Use one RTCPeerConnection for each remote peer, and one listener for its messages.",
      "Number the messages, and drop an answer that was seen: signalingState is have-local-offer until the first one is applied.",
      "Where both sides may offer, use the perfect negotiation pattern.",
    ],
    codes: ["answer-in-wrong-state"],
    rules: [],
  },
  {
    message: "Failed to set remote offer sdp: Called in wrong state: {state}",
    also: [
      "Called in wrong state: have-local-offer",
      "Called in wrong state: kHaveLocalOffer",
      "Cannot set remote offer in state {state}",
      "Remote description type {number} is incompatible with current signaling state {number}",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidStateError",
    means:
      "A remote offer came while another exchange was under way: glare, where the implementation does not roll back by itself.",
    causes: [
      "Both sides offered at the same time.",
      "Both sides were set up as the one that calls.",
      "The stack has no implicit rollback: browsers before 2020, @roamhq/wrtc; or a provisional answer is pending.",
    ],
    remedies: [
      "Let one side be polite: it accepts the other's offer, by implicit rollback, and the other ignores the crossed one.",
      'Without implicit rollback, await setLocalDescription({type: "rollback"}) first.',
    ],
    codes: ["offer-in-wrong-state", "rollback-from-pranswer"],
    rules: [],
  },
  {
    message: "Failed to set local answer sdp: Called in wrong state: {state}",
    also: ["Cannot set local answer in state {state}"],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidStateError",
    means:
      "A local answer was set where no remote offer is pending: it is legal in have-remote-offer and have-local-pranswer only.",
    causes: [
      "An offer was handled twice, so two answers were created and the second came too late.",
      "A rollback or a newer offer took the offer away between createAnswer() and setLocalDescription().",
    ],
    remedies: [
      "Call setLocalDescription() without an argument: the answer is created and set in one step.",
      "Await each step before the next offer is handled.",
    ],
    codes: ["answer-in-wrong-state", "create-answer-in-wrong-state"],
    rules: [],
  },
  {
    message: "Failed to set local offer sdp: Called in wrong state: {state}",
    also: [
      "Called in wrong state: have-remote-offer",
      "Called in wrong state: kHaveRemoteOffer",
      "Cannot set local offer in state {state}",
      "Description type incompatible with current signaling state",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidStateError",
    means:
      "A local offer was set while a remote offer waits for its answer. Old versions of Safari say so of every type and side.",
    causes: [
      "The remote offer came between createOffer() and setLocalDescription(offer).",
      "negotiationneeded was handled without a look at signalingState.",
    ],
    remedies: [
      "Call setLocalDescription() without an argument: it makes what the state needs.",
      "Answer the remote offer first; negotiationneeded fires again once the state is stable.",
    ],
    codes: ["offer-in-wrong-state", "local-description-modified"],
    rules: [],
  },
  {
    message: "PeerConnection cannot create an answer in a state other than have-remote-offer or have-local-pranswer.",
    also: ["No outstanding offer", "Cannot create answer in state {state}"],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidStateError",
    means: "createAnswer() was called without a pending remote offer.",
    causes: [
      "setRemoteDescription(offer) was not awaited, or had failed.",
      "The offer was answered already, or the message that was handled is an answer.",
    ],
    remedies: [
      "Await setRemoteDescription(offer), and create an answer only where the description's type is offer.",
      "Report a refused setRemoteDescription() instead of going on.",
    ],
    codes: ["create-answer-in-wrong-state"],
    rules: [],
  },
  {
    message: "Cannot rollback local description in {state}",
    also: ["Cannot rollback remote description in {state}", "Called in wrong signalingState: {state}"],
    sources: ["Firefox", "Chromium", "Safari", "@roamhq/wrtc"],
    error: "InvalidStateError",
    means: "There is no offer to roll back, or the implementation rolls back by the side that made the offer only.",
    causes: [
      "The state was read before the operations chain had run, and was stable by the time of the rollback.",
      "Firefox and werift refuse setRemoteDescription(rollback) in have-local-offer, which the specification allows.",
    ],
    remedies: [
      "Leave the rollback to setRemoteDescription(offer), which rolls back by itself.",
      "Roll back on the side whose offer is pending.",
    ],
    codes: ["rollback-in-wrong-state", "rollback-from-pranswer"],
    rules: [],
  },
];
