// What is only warned of, and D29.

import { type Breach, breachesOn } from "../breach.ts";
import { bundle, formatsOf, mid, payloadTypeOf, renumber, unbundled } from "../parts-of-sdp.ts";
import {
  add,
  asItIs,
  type Edit,
  edits,
  type LinesEdit,
  levelsOf,
  remove,
  replace,
  section,
  sections,
} from "../sdp-edit.ts";

const one = breachesOn("remote offer");

const withoutMidExtension: Edit = sections(remove(/^a=extmap:\S+ urn:ietf:params:rtp-hdrext:sdes:mid$/));

/** Breaches of what is only warned of. */
export const warningBreaches: readonly Breach[] = [
  one("W1-own-offer", "the browser's own offer, which has no tls-id", asItIs),
  one("W1-own-answer", "the browser's own answer, which has no tls-id", asItIs, { on: "local answer" }),
  one("W2-no-mid", "sections without mid", edits(unbundled, sections(remove(/^a=mid:/)))),
  one(
    "W2-one-without-mid",
    "one section without mid, the others in a BUNDLE group",
    edits(bundle("a c"), section(0, mid("a")), section(1, remove(/^a=mid:/)), section(2, mid("c"))),
  ),
  one("W3-long-mid", "a mid of 17 characters", edits(unbundled, section(0, mid("m".repeat(17)))), { base: "audio" }),
  one("W4-media", "a section whose media is text", edits(unbundled, section(0, replace(/^m=audio/, "m=text"))), {
    base: "audio",
  }),
  one(
    "W4-proto",
    "a section with an unknown proto",
    edits(unbundled, section(0, replace(/^(m=\S+ \S+) \S+/, "$1 UDP/TLS/RTP/XAVPF"))),
    { base: "audio" },
  ),
  one("W4-avpf", "a section with RTP/AVPF", edits(unbundled, section(0, replace(/^(m=\S+ \S+) \S+/, "$1 RTP/AVPF"))), {
    base: "audio",
    allowed: "RFC 9429 §5.1.2: the profile of a received offer has no effect",
  }),
  one("D29-audio-and-video", "one payload type for Opus and VP8 in a BUNDLE group", payloadTypeOfOpusForVp8),
  one(
    "D29-without-mid-extension",
    "one payload type for Opus and VP8 in a BUNDLE group without sdes:mid",
    edits(payloadTypeOfOpusForVp8, withoutMidExtension),
  ),
  one(
    "D29-two-codecs",
    "one payload type for Opus and PCMA in a BUNDLE group",
    section(1, replace(/^(a=rtpmap:\d+) opus\/48000\/2/, "$1 PCMA/8000")),
    { base: "two audio sections" },
  ),
  one(
    "D29-two-configurations",
    "one payload type for Opus with other parameters in a BUNDLE group",
    section(1, replace(/^(a=fmtp:\d+) .*useinbandfec.*/, "$1 useinbandfec=0;stereo=0;maxaveragebitrate=9000")),
    { base: "two audio sections" },
  ),
  one("W11-unlisted", "an rtpmap for a payload type that is not listed", section(0, add("a=rtpmap:50 speex/16000"))),
  one("W20-malformed", "a rid with an unknown direction", section(0, add("a=rid:c both")), { base: "simulcast video" }),
  one("W20-repeated", "a rid twice that simulcast does not name", section(0, add("a=rid:c send", "a=rid:c send")), {
    base: "simulcast video",
  }),
];

const tracksBySsrc = [
  "a=ssrc:1001 cname:one",
  "a=ssrc:1001 msid:stream1 track1",
  "a=ssrc:1002 cname:one",
  "a=ssrc:1002 msid:stream2 track2",
];

/** Breaches of what the notes on tracks, header extensions and payload types say. */
export const newWarningBreaches: readonly Breach[] = [
  one(
    "W24-two-tracks",
    "two tracks in one section by a=ssrc (Plan B)",
    section(1, remove(/^a=(ssrc|ssrc-group|msid):/), add(...tracksBySsrc)),
  ),
  one("W25-offer", "two RTP sections in a BUNDLE group without sdes:mid", withoutMidExtension),
  one(
    "W26-offer",
    "simulcast without the rid extension",
    section(0, remove(/^a=extmap:\S+ urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id$/)),
    { base: "simulcast video" },
  ),
  one("W30-direction", "a direction with a letter too many", section(0, replace(/^a=sendrecv$/, "a=sendrecvv"))),
  one("W30-rtpmap", "a=rtpmpa for a=rtpmap", section(0, replace(/^a=rtpmap:(\d+ opus)/, "a=rtpmpa:$1"))),
  one("W27-fmtp", "an fmtp for a payload type that is not listed", section(0, add("a=fmtp:50 mode=1"))),
  one("W27-rtcp-fb", "an rtcp-fb for a payload type that is not listed", section(1, add("a=rtcp-fb:50 nack"))),
  one("W28-unknown", "an ssrc-group of sources that are not described", section(0, add("a=ssrc-group:FID 1001 1002"))),
  one("W29-one-section", "one msid line twice in a section", section(0, repeatMsid)),
  one(
    "W29-two-sections",
    "one msid line in two sections",
    sections(remove(/^a=(ssrc|ssrc-group|msid):/), add("a=msid:stream2 track2")),
    { base: "two audio sections" },
  ),
  one("D30-two", "two msid lines with different tracks in a section", section(0, add("a=msid:stream2 track2"))),
];

/** Repeats the section's msid line. */
function repeatMsid(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => (line.startsWith("a=msid:") ? [line, line] : [line]));
}

/** The second section's VP8 is given the payload type that the first gives to Opus. */
function payloadTypeOfOpusForVp8(sdp: string): string {
  const [, audio = []] = levelsOf(sdp);
  const opus = payloadTypeOf("opus", audio);
  const edit: LinesEdit = renumber("VP8", (lines) => {
    if (formatsOf(lines).includes(opus)) throw new Error("the payload type is in use");
    return opus;
  });
  return section(1, edit)(sdp, { offer: null, previous: null });
}
