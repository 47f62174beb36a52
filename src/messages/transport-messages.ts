import { type KnownMessage, libwebrtc } from "./known-message.ts";

/** Messages about transports: ICE, DTLS and rtcp-mux. */
export const transportMessages: readonly KnownMessage[] = [
  {
    message:
      "Failed to apply the description for m= section with mid='{mid}': Failed to set SSL role for the transport.",
    also: ["Failed to set SSL role for the channel", "Failed to set SSL role for the transport"],
    sources: libwebrtc,
    error: "InvalidAccessError",
    means:
      "The DTLS role changed while the DTLS association goes on: setup:active and setup:passive may not change places.",
    causes: [
      "A server always answers setup:active, also where the browser was the active side before.",
      "An answer was copied from an earlier exchange, or from another peer.",
    ],
    remedies: [
      "Answer a later offer with the role that was negotiated first.",
      "To change the role, negotiate a new DTLS association, with a new fingerprint or tls-id, or replace the peer connection.",
    ],
    codes: ["sdp-not-acceptable"],
    rules: ["A6", "R6", "W23"],
  },
  {
    message: "Answerer must use either active or passive value for setup attribute.",
    also: [
      "Offerer must use actpass value for setup attribute.",
      "Offerer must use current negotiated role for setup attribute.",
      'Invalid answer, illegal setup attribute "{value}" at level {number}',
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means:
      "The a=setup of the description does not fit its type: an offer has actpass, an answer has active or passive.",
    causes: [
      "An offer was passed on as an answer, for instance by changing its type.",
      "A server copies the setup of the offer into its answer.",
    ],
    remedies: ["Answer with active, or with passive; see RFC 8842 §5.2 and §5.3."],
    codes: ["sdp-not-acceptable"],
    rules: ["A6", "D6"],
  },
  {
    message: "Called with SDP without ice-ufrag and ice-pwd.",
    also: [
      "Invalid description, no ice-ufrag attribute at level {number}",
      "Invalid description, no ice-pwd attribute at level {number}",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means: "A section with a transport of its own has no ICE credentials.",
    causes: [
      "A SIP server or media proxy sends plain RTP: ICE is off in its profile for WebRTC.",
      "An edit removed the lines.",
    ],
    remedies: [
      "Turn on ICE and DTLS-SRTP at the server, as with webrtc=yes or ICE=force.",
      "Write the credentials into each section, or at session level.",
    ],
    codes: ["sdp-not-acceptable"],
    rules: ["D5"],
  },
  {
    message: "Called with SDP without DTLS fingerprint.",
    also: ["Invalid description, no fingerprint attribute at level {number}"],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means: "A section with a transport of its own has no a=fingerprint: DTLS-SRTP cannot begin.",
    causes: [
      "A SIP server or media proxy answers with RTP or SDES in place of DTLS-SRTP.",
      "The certificate of the server is missing.",
    ],
    remedies: ["Turn on DTLS-SRTP at the server, for the answer too, with the profile UDP/TLS/RTP/SAVPF."],
    codes: ["sdp-not-acceptable"],
    rules: ["D5"],
  },
  {
    message: "rtcp-mux must be enabled when BUNDLE is enabled.",
    also: [
      "rtcpMuxPolicy is 'require', but media description does not contain 'a=rtcp-mux'.",
      "The m= section with mid='{mid}' is invalid. RTCP-MUX is not enabled when it is required.",
      "m-section at level {number} is missing a=rtcp-mux, which is required by rtcpMuxPolicy",
      "Failed to setup RTCP mux.",
    ],
    sources: [...libwebrtc, "Firefox"],
    error: "InvalidAccessError",
    means: "RTP and RTCP must share a port (a=rtcp-mux): browsers require it, with BUNDLE always.",
    causes: [
      "A SIP endpoint or gateway does not multiplex RTCP.",
      "A server left a=rtcp-mux out of one section, or of its answer.",
    ],
    remedies: ["Add a=rtcp-mux to every RTP section, or turn it on at the gateway."],
    codes: ["sdp-not-acceptable"],
    rules: ["D7", "D8", "D26", "A9", "A15", "A29", "A4", "R4"],
  },
  {
    message:
      "Remote description indicates ICE restart but offer did not request ICE restart (new remote description changes either the ice-ufrag or ice-pwd)",
    also: [
      "Partial ICE restart is unsupported at this time (new remote description changes either the ice-ufrag or ice-pwd on fewer than all msections)",
    ],
    sources: ["Firefox"],
    error: "InvalidAccessError",
    means: "An answer has other ICE credentials than before, without an ICE restart in its offer.",
    causes: [
      "The answer comes of a peer connection that replaced the first one.",
      "A server restarts its side by itself.",
    ],
    remedies: ["Offer with restartIce(), or replace both peer connections."],
    codes: ["sdp-not-acceptable"],
    rules: ["A10", "D5"],
  },
];
