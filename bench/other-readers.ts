// Other packages reading a description, for comparison.
import { parse } from "@webex/ts-sdp";
import SDPUtils from "sdp";
import sdpTransform from "sdp-transform";

export const readWithSdpTransform = (text: string): unknown => sdpTransform.parse(text);

export const readWithTsSdp = (text: string): unknown => parse(text);

/** The package `sdp` has a function for each part and none for the whole: all that its functions read. */
export function readWithSdpUtils(text: string): unknown {
  const session = SDPUtils.getDescription(text);
  const sections = SDPUtils.getMediaSections(text).map((section) => ({
    line: SDPUtils.parseMLine(section),
    mid: SDPUtils.getMid(section),
    direction: SDPUtils.getDirection(section, session),
    ice: SDPUtils.getIceParameters(section, session),
    dtls: SDPUtils.getDtlsParameters(section, session),
    candidates: SDPUtils.matchPrefix(section, "a=candidate:").map(SDPUtils.parseCandidate),
    media: SDPUtils.getKind(section) === "application" ? SDPUtils.parseSctpDescription(section) : rtp(section),
  }));
  return { origin: SDPUtils.parseOLine(session), sections };
}

function rtp(section: string): unknown {
  return {
    parameters: SDPUtils.parseRtpParameters(section),
    encodings: SDPUtils.parseRtpEncodingParameters(section),
    rtcp: SDPUtils.parseRtcpParameters(section),
    msid: SDPUtils.parseMsid(section),
  };
}
