import { type KnownMessage, libwebrtc } from "./known-message.ts";

/** Messages about the text, and about the media sections and their codecs. */
export const sectionMessages: readonly KnownMessage[] = [
  {
    message: "Failed to parse SessionDescription. {line} Invalid SDP line.",
    also: [
      "Failed to parse SessionDescription. {line} Expect line: {type}=",
      "Failed to parse SessionDescription. {line} Expects at least {number} fields.",
      "Failed to parse SessionDescription.",
      "Create session description failed: Expect line: v=",
      "SIPCC Failed to parse SDP: SDP Parse Error on line {number}: {reason}",
      "SDP Parse Error on line {number}",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "OperationError",
    means:
      "The text is not SDP; the message names the first line that cannot be read. By the specification this is an RTCError with the line's number.",
    causes: [
      "The line ends were lost or escaped (a literal \\r\\n) in JSON, a form field, a database or a header.",
      "The whole description, or [object Object], was passed as sdp.",
      "The last line has no line end, or text before v=0 was kept.",
    ],
    remedies: [
      "Pass on the sdp as it was created, as a member of JSON, and parse that JSON once.",
      "Let jsep-machine check FILE list every line that is wrong.",
    ],
    codes: ["sdp-syntax-error"],
    rules: ["S1", "S2", "S3", "S4", "S5", "S6"],
  },
  {
    message: "The order of m-lines in answer doesn't match order in offer. Rejecting answer.",
    also: [
      "Offer and answer have different number of m-lines ({number} vs {number})",
      "Answer and offer have different media types at m-line {number}",
      "Answer changes mid for level, was '{mid}', now '{mid}'",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means: "An answer must have the m= sections of its offer: as many, in that order, with the same media and mids.",
    causes: [
      "The answer belongs to another offer: an older one, or one that another peer made.",
      "A server writes its own sections, or only those that it accepts.",
      "The application edits the SDP.",
    ],
    remedies: [
      "Reject a section with port 0 instead of leaving it out, and keep its mid.",
      "Number the offers in signaling, and drop an answer to an older one.",
      "Compare the two with jsep-machine check ANSWER --offer OFFER.",
    ],
    codes: ["sdp-not-acceptable"],
    rules: ["A1", "A2", "A3"],
  },
  {
    message: "The order of m-lines in subsequent offer doesn't match order from previous offer/answer.",
    also: [
      "New remote description has fewer m-sections than the previous remote description.",
      "Remote description changes the media type of m-line {number}; media type changes are only permitted when the m-section was previously disabled",
      "Changing the number of m-sections is not allowed",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means: "A later offer must keep every m= section of the exchange before it, in its place.",
    causes: [
      "The other side replaced its peer connection, and this side did not.",
      "A server or an edit removed a section, or put a new one first.",
    ],
    remedies: [
      "Replace both peer connections together: an offer of a new connection has another session id in o=.",
      "Stop a transceiver, or set port 0, instead of removing the section; append new sections.",
    ],
    codes: ["sdp-not-acceptable"],
    rules: ["R1", "R2", "R3", "R9"],
  },
  {
    message:
      "A BUNDLE group contains a codec collision for payload_type='{number}. All codecs must share the same type, encoding name, clock rate and parameters.",
    also: [
      "A BUNDLE group contains a codec collision for header extension id={number}. The id must be the same across all bundled media descriptions",
    ],
    sources: libwebrtc,
    error: "InvalidAccessError",
    means:
      "Bundled sections share one RTP session: a payload type, or an id of a header extension, must mean the same in all of them.",
    causes: [
      "A server numbers payload types or extensions for each section by itself.",
      "An edit moved or added a codec.",
    ],
    remedies: ["Give each codec and extension of the BUNDLE group its own number, and the same one in every section."],
    codes: ["sdp-not-acceptable"],
    rules: ["D29", "D13", "D14"],
  },
  {
    message: "A BUNDLE group contains a MID='{mid}' matching no m= section.",
    also: [
      "mid specified for bundle transport in group attribute does not exist in the SDP. (mid={mid})",
      "No transceiver for bundled mid {mid}",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means: "a=group:BUNDLE names a mid that no section has.",
    causes: ["A section was removed, and its mid stayed in the group.", "The mids were renamed in one place only."],
    remedies: ["List in a=group:BUNDLE exactly the mids of the bundled sections."],
    codes: [],
    rules: ["D2", "S4", "S5"],
  },
  {
    message: "The m= section with mid='{mid}' should be rejected.",
    also: [
      "The m= section:{mid} should be rejected.",
      "mid specified for bundle transport in group attribute points at a disabled m-section. (mid={mid})",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means: "A rejected section (port 0) is in the BUNDLE group, where an answer may not list it.",
    causes: ["A server rejects a section and copies the offer's group into the answer."],
    remedies: ["Leave the mids of rejected sections out of a=group:BUNDLE."],
    codes: ["sdp-not-acceptable"],
    rules: ["D15", "S3"],
  },
  {
    message: "Answer cannot remove m= section with mid='{mid}' from already-established BUNDLE group.",
    also: [],
    sources: libwebrtc,
    error: "InvalidAccessError",
    means: "An answer may not take a live section out of the BUNDLE group that was negotiated, or leave out the group.",
    causes: ["A server answers without a=group:BUNDLE, or with fewer mids than before."],
    remedies: ["Answer with the group of the offer, without the sections that are rejected."],
    codes: ["sdp-not-acceptable"],
    rules: ["A14"],
  },
  {
    message: "Failed to set remote video description send parameters for m-section with mid='{mid}'.",
    also: [
      "Failed to set remote video description send parameters",
      "Failed to set remote audio description send parameters",
      "Answer had no codecs in common with offer in m-section {number}",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means: "The codecs or RTP parameters of the section cannot be used: often no codec is in common.",
    causes: [
      "The answer lists codecs that were not offered, or a payload type without its rtpmap.",
      "An rtx codec's apt names a payload type that is not listed.",
      "One side has no H.264, or no VP8, as on some phones.",
    ],
    remedies: [
      "Answer with codecs of the offer; reject the section with port 0 where none is in common.",
      "When a codec is removed, remove its rtpmap, fmtp, rtcp-fb and rtx lines too.",
    ],
    codes: ["sdp-not-acceptable"],
    rules: ["D10", "D27", "A13", "D11"],
  },
  {
    message: "Failed to set local video description recv parameters for m-section with mid='{mid}'.",
    also: [
      "Failed to set local audio description recv parameters for m-section with mid='{mid}'.",
      "Failed to set recv parameters for m-section with mid='{mid}'.",
    ],
    sources: libwebrtc,
    error: "InvalidAccessError",
    means: "The local description lists codecs or header extensions that the connection cannot receive by.",
    causes: [
      "An edit removed a codec and left its rtx, red or ulpfec lines.",
      "A payload type was changed after it had been negotiated.",
    ],
    remedies: [
      "Do not edit local SDP: choose codecs with setCodecPreferences().",
      "When payload types are remapped, keep them for the life of the connection.",
    ],
    codes: ["local-description-modified", "sdp-not-acceptable"],
    rules: [],
  },
  {
    message: "Incompatible receive direction",
    also: [
      "Incompatible send direction",
      "Answer tried to set send when offer did not set recv",
      "Answer tried to set recv when offer did not set send",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means:
      "The direction of an answered section does not mirror the offered one: sendonly is answered by recvonly or inactive.",
    causes: ["A server always answers sendrecv."],
    remedies: ["Answer sendonly with recvonly, recvonly with sendonly, inactive with inactive."],
    codes: ["sdp-not-acceptable"],
    rules: ["A5"],
  },
];
