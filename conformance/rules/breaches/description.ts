// D1 to D16, and the new rules on a description on its own.

import { type Breach, breachesOn } from "../breach.ts";
import {
  addFormat,
  addSameUri,
  audioLevelAs,
  bundle,
  mid,
  port,
  setup,
  transportAttributes,
  unbundled,
} from "../parts-of-sdp.ts";
import {
  add,
  asItIs,
  copied,
  type Edit,
  edits,
  everywhere,
  own,
  remove,
  replace,
  replaceFirst,
  section,
  sections,
  session,
} from "../sdp-edit.ts";

const one = breachesOn("remote offer");

const noMux = remove(/^a=rtcp-mux$/);
const bundleOnly: Edit = section(1, port(0), add("a=bundle-only"));

/** Breaches of what a description says on its own. */
export const descriptionBreaches: readonly Breach[] = [
  one("D1-same-mid", "two sections with the same mid", edits(bundle("0 2"), section(1, mid("0")))),
  one("D2-unknown-mid", "a BUNDLE group with a mid of no section", bundle("0 1 2 9")),
  one("D2-unknown-tag", "a BUNDLE group that begins with a mid of no section", bundle("9 0 1 2")),
  one("D2-answer", "an answered BUNDLE group with a mid of no section", bundle("0 1 2 9"), {
    on: "remote answer",
    besides: ["A7"],
  }),
  one("D3-twice-in-one", "a mid twice in one BUNDLE group", bundle("0 1 1 2")),
  one("D3-in-two", "a mid in two BUNDLE groups", bundle("0 1", "2 1")),
  one("D4-tag", "a bundle-only section as the tag of an offer", section(0, port(0), add("a=bundle-only"))),
  one("D5-no-ufrag", "no ice-ufrag for the BUNDLE tag", section(0, remove(/^a=ice-ufrag:/))),
  one("D5-no-pwd", "no ice-pwd for the BUNDLE tag", section(0, remove(/^a=ice-pwd:/))),
  one("D5-no-fingerprint", "no fingerprint at all", everywhere(remove(/^a=fingerprint:/))),
  one("D5-answer-no-ufrag", "an answer without ice-ufrag for the BUNDLE tag", section(0, remove(/^a=ice-ufrag:/)), {
    on: "remote answer",
  }),
  one("D5-answer-no-fingerprint", "an answer without a fingerprint", everywhere(remove(/^a=fingerprint:/)), {
    on: "remote answer",
  }),
  one(
    "D5-member-of-first-offer",
    "a first offer whose second bundled section has no transport attributes",
    section(1, remove(transportAttributes)),
    { besides: ["D16"] },
  ),
  one(
    "D5-member-of-answer",
    "an answer whose second bundled section has no transport attributes",
    section(1, remove(transportAttributes)),
    { on: "remote answer", allowed: "RFC 9143 §7.1.3: bundled sections of an answer leave them out" },
  ),
  one(
    "D5-member-of-re-offer",
    "a re-offer whose second bundled section has no transport attributes",
    section(1, remove(transportAttributes)),
    { on: "remote re-offer", allowed: "RFC 9143 §7.1.3: bundled sections of a re-offer leave them out" },
  ),
  one("D6-offer", "setup:holdconn in an offer", setup("holdconn")),
  one("D6-answer", "setup:holdconn in an answer", setup("holdconn"), { on: "remote answer" }),
  one("D7-alone", "an audio section without rtcp-mux, in no group", edits(unbundled, section(0, noMux)), {
    base: "audio",
  }),
  one("D7-tag", "a BUNDLE tag without rtcp-mux", section(0, noMux)),
  one("D7-answer", "an answered BUNDLE tag without rtcp-mux", section(0, noMux), { on: "remote answer" }),
  one(
    "D7-data-tag",
    "a data section as BUNDLE tag, and no section with rtcp-mux",
    edits(bundle("2 0 1"), sections(noMux)),
  ),
  one("D7-member-of-first-offer", "a first offer whose second bundled section has no rtcp-mux", section(1, noMux)),
  one("W22-data-tag", "a data section as BUNDLE tag, rtcp-mux in the RTP sections alone", bundle("2 0 1")),
  one(
    "D8-offer",
    "rtcp-mux-only without rtcp-mux in a bundled section of a re-offer",
    section(1, replace(/^a=rtcp-mux$/, "a=rtcp-mux-only")),
    { on: "remote re-offer" },
  ),
  one(
    "D9-undeclared",
    "simulcast names a rid that is not declared",
    section(0, replace(/^a=simulcast:.*/, "a=simulcast:send a;c")),
    { base: "simulcast video" },
  ),
  one(
    "D9-other-direction",
    "simulcast names a rid that is declared in the other direction",
    section(0, replace(/^a=rid:b send/, "a=rid:b recv")),
    { base: "simulcast video" },
  ),
  one("D9-repeated-rid", "simulcast names a rid that is declared twice", section(0, add("a=rid:a send")), {
    base: "simulcast video",
  }),
  one("D10-unlisted", "an rtx whose apt is not listed", section(1, replaceFirst(/\bapt=\d+/, "apt=50"))),
  one("D11-no-port", "a data section without sctp-port", section(2, remove(/^a=sctp-port:/))),
  one("D11-answer", "an answered data section without sctp-port", section(2, remove(/^a=sctp-port:/)), {
    on: "remote answer",
  }),
  one("D12-above-127", "a payload type of 200", section(0, addFormat("200", "a=rtpmap:200 speex/16000"))),
  one("D12-among-rtcp", "a payload type of 72 with rtcp-mux", section(0, addFormat("72", "a=rtpmap:72 speex/16000"))),
  one(
    "D13-id-twice",
    "one extmap id for two URIs in a section",
    section(0, audioLevelAs("12"), add("a=extmap:12 urn:example:other")),
  ),
  one("D13-both-levels", "extmaps in the session part and in a section", session(add("a=extmap:12 urn:example:other"))),
  one(
    "D14-other-uri",
    "an extmap id for two URIs in a BUNDLE group",
    edits(section(0, audioLevelAs("12")), section(1, add("a=extmap:12 urn:example:other"))),
  ),
  one("D15-offered-tag", "an offer whose BUNDLE tag is rejected", section(0, port(0))),
  one("D15-re-offered-tag", "a re-offer whose BUNDLE tag is rejected", section(0, port(0)), { on: "remote re-offer" }),
  one("D15-answered-tag", "an answer whose BUNDLE tag is rejected", section(0, port(0)), { on: "remote answer" }),
  one("W21-offered", "an offer with a rejected section in its BUNDLE group", section(1, port(0))),
  one("W21-answered", "an answer with a rejected section in its BUNDLE group", section(1, port(0)), {
    on: "remote answer",
  }),
  one("D16-offer", "an offer without setup", everywhere(remove(/^a=setup:/))),
  one("D16-answer", "an answer without setup", everywhere(remove(/^a=setup:/)), { on: "remote answer" }),
];

const twoByteHeaders = "RFC 8285 §4.3: the ids of two-byte headers are 1 to 256";
const crypto = `a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:${"A".repeat(40)}`;
const md5 = `a=fingerprint:md5 ${new Array(16).fill("AB").join(":")}`;

/** The right fingerprint may stand in the session part, which a section's own would hide. */
const besideTheRightOne: Edit = everywhere((lines) => {
  return lines.flatMap((line) => (line.startsWith("a=fingerprint:") ? [line, md5] : [line]));
});

/** Breaches of what a description says of its groups, data sections and header extensions. */
export const newDescriptionBreaches: readonly Breach[] = [
  one(
    "D17-savpf",
    "RTP/SAVPF in the BUNDLE group of UDP/TLS/RTP/SAVPF",
    section(1, replace(/^(m=\S+ \S+) \S+/, "$1 RTP/SAVPF")),
  ),
  one(
    "D17-tcp",
    "TCP/DTLS/RTP/SAVPF in the BUNDLE group of UDP/TLS/RTP/SAVPF",
    section(1, replace(/^(m=\S+ \S+) \S+/, "$1 TCP/DTLS/RTP/SAVPF")),
  ),
  one("D18-ip6", "an IP6 address in a BUNDLE group of IP4", section(1, replace(/^c=.*/, "c=IN IP6 ::"))),
  one("D19-audio", "a data section whose media is audio", section(2, replace(/^m=application/, "m=audio"))),
  one("D20-two", "a data section with two formats", section(2, addFormat("other"))),
  one("D21-bundled", "two data sections in one BUNDLE group", edits(bundle("0 1 2 3"), copied(2, 3, mid("3")))),
  one("D22-twice", "a header extension's URI twice in a section", section(0, addSameUri(12))),
  one("D23-0", "the extmap id 0", section(0, audioLevelAs("0"))),
  one("D23-15", "the extmap id 15", section(0, audioLevelAs("15")), { allowed: twoByteHeaders }),
  one("D23-256", "the extmap id 256", section(0, audioLevelAs("256")), { allowed: twoByteHeaders }),
  one("D23-5000", "the extmap id 5000", section(0, audioLevelAs("5000"))),
  one("D24-recvonly", "an extmap that is recvonly in a sendonly section", section(0, audioLevelAs("1/recvonly")), {
    base: "audio, only sent",
  }),
  one(
    "D24-own-simulcast",
    "the browser's own simulcast offer: an extmap that is recvonly in a sendonly section",
    own((sdp) => /^a=extmap:\d+\/recvonly /m.test(sdp)),
    { base: "simulcast video" },
  ),
  one(
    "D25-bundled",
    "one ice-ufrag with two ice-pwd in a BUNDLE group",
    section(1, replace(/^a=ice-pwd:.*/, "a=ice-pwd:anotherPasswordOfTheAgent")),
  ),
  one(
    "D25-unbundled",
    "one ice-ufrag with two ice-pwd on two transports",
    edits(unbundled, section(1, replace(/^a=ice-pwd:.*/, "a=ice-pwd:anotherPasswordOfTheAgent"))),
  ),
  one("W13-beside-dtls", "a=crypto beside a fingerprint", section(0, add(crypto))),
  one("D26-offer", "a local offer without rtcp-mux", sections(noMux), { on: "local offer" }),
  one("D26-answer", "a local answer without rtcp-mux", sections(noMux), { on: "local answer" }),
  one("W31-offer", "a local offer with ice-lite", session(add("a=ice-lite")), {
    on: "local offer",
  }),
  one("D27-none", "an rtx without apt", section(1, dropFirst(/^a=fmtp:\d+ apt=/))),
  one("D28-alone", "an MD5 fingerprint alone", everywhere(replace(/^a=fingerprint:.*/, md5))),
  one("D28-beside-sha", "an MD5 fingerprint beside the right one", besideTheRightOne),
  one("W10-bundle-only-with-port", "bundle-only in a section with a port", section(1, add("a=bundle-only"))),
  one("W10-answer", "bundle-only in an answered section", section(1, add("a=bundle-only")), { on: "remote answer" }),
  one("A7-bundle-only-inside", "an answer to a bundle-only section", asItIs, {
    on: "remote answer",
    offer: bundleOnly,
    allowed: "RFC 9143 §7.3: the ordinary answer to a bundle-only section",
  }),
];

function dropFirst(pattern: RegExp) {
  return (lines: readonly string[]) => {
    const at = lines.findIndex((line) => pattern.test(line));
    return lines.filter((_, index) => index !== at);
  };
}
