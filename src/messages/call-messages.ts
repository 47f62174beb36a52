import type { KnownMessage } from "./known-message.ts";

/** Messages of calls that no state allows, and of candidates. */
export const callMessages: readonly KnownMessage[] = [
  {
    message: "The SDP does not match the previously generated SDP for this type",
    also: ["new sdp does not match previous offer", "new sdp does not match previous answer"],
    sources: ["Chromium", "Pion"],
    error: "InvalidModificationError",
    means: "setLocalDescription() was passed SDP that the latest createOffer() or createAnswer() did not create.",
    causes: [
      "The application edits (munges) the SDP.",
      "createOffer() was called again, so that the first offer is no longer the latest.",
      "The SDP was created by another connection, or was stored and loaded again.",
    ],
    remedies: [
      "Set what was created, unchanged, or call setLocalDescription() without an argument; edit what is sent, if anything.",
      "Use APIs in place of edits: setCodecPreferences(), setParameters(), transceiver.direction.",
    ],
    codes: ["local-description-modified"],
    rules: [],
  },
  {
    message: "The RTCPeerConnection's signalingState is 'closed'.",
    also: ["Peer connection is closed"],
    sources: ["Chromium", "Firefox", "Safari", "@roamhq/wrtc"],
    error: "InvalidStateError",
    means: "A call was made on a connection after close().",
    causes: [
      "A message arrived after the call had ended, or a component was unmounted.",
      "A reconnect closed the old connection, whose handlers still run.",
    ],
    remedies: [
      "Remove the handlers of signaling before close(), and look at signalingState after every await.",
      "Create a new RTCPeerConnection: a closed one cannot be opened again.",
    ],
    codes: ["connection-closed"],
    rules: [],
  },
  {
    message: "pranswer not yet implemented",
    also: [],
    sources: ["Firefox"],
    error: "NotSupportedError",
    means: "Firefox has no provisional answers, on either side.",
    causes: ["The other side, often a SIP gateway, answers early media with a pranswer."],
    remedies: ["Send an answer at once, and renegotiate later."],
    codes: [],
    rules: [],
  },
  {
    message: "The provided value '{value}' is not a valid enum value of type RTCSdpType.",
    also: [
      "is not a valid enum value of type SDPType",
      "is not a valid value for enumeration RTCSdpType",
      "parameter 1 is not of type 'RTCSessionDescriptionInit'",
    ],
    sources: ["Chromium", "Firefox", "Safari", "@roamhq/wrtc"],
    error: "TypeError",
    means:
      "What was passed is not a description: its type is not offer, pranswer, answer or rollback, or it is no object.",
    causes: [
      "The message of signaling was passed whole, or as text that was not parsed.",
      "The types were upper case, or numbers, on their way.",
    ],
    remedies: ["Pass {type, sdp}: parse the message, and pass the member that holds the description."],
    codes: ["type-unknown", "type-missing", "description-not-an-object", "description-missing"],
    rules: [],
  },
  {
    message: "The remote description was null",
    also: [
      "Error processing ICE candidate",
      "No remoteDescription.",
      "Cannot add ICE candidate when there is no remote SDP",
      "Failed to set ICE candidate.",
    ],
    sources: ["Chromium", "Firefox", "Safari", "@roamhq/wrtc"],
    error: "InvalidStateError",
    means: "addIceCandidate() was called before a remote description was set, or with a candidate of no section in it.",
    causes: [
      "Candidates overtook the offer or the answer on their way.",
      "The offer was refused or ignored, as in glare, and its candidates came all the same.",
      "The candidate's ufrag belongs to an earlier or later ICE generation.",
    ],
    remedies: [
      "Call addIceCandidate() right after setRemoteDescription(), without waiting for other things in between, or keep early candidates until it has settled.",
      "Ignore errors of candidates of an offer that was ignored.",
    ],
    codes: [],
    rules: [],
  },
];
