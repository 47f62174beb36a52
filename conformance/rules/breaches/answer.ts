// A1 to A13, and the new rules on an answer against its offer.

import { type Breach, type BreachDetails, breachesOn } from "../breach.ts";
import {
  addFor,
  addFormat,
  audioLevelAs,
  bundle,
  goesOn,
  mid,
  newCredentials,
  newFingerprint,
  oldCredentials,
  onlyFormat,
  otherUriForAudioLevel,
  port,
  setup,
  unbundled,
} from "../parts-of-sdp.ts";
import {
  add,
  copied,
  type Edit,
  type EditContext,
  edits,
  levelsOf,
  own,
  remove,
  replace,
  section,
  sections,
  session,
  withoutSection,
} from "../sdp-edit.ts";

const one = breachesOn("remote answer");

const bundleOnly: Edit = section(1, port(0), add("a=bundle-only"));
const restarted: BreachDetails = { on: "remote re-answer", change: "ICE restart" };
const tagIsNew: BreachDetails = {
  on: "remote re-answer",
  change: "first section stopped, negotiated, audio added",
};

/** Breaches of what an answer may say. */
export const answerBreaches: readonly Breach[] = [
  one("A1-fewer", "an answer without the last section", edits(bundle("0 1"), withoutSection(2))),
  one("A1-more", "an answer with one section more", copied(0, 3, mid("9"))),
  one("A2-media", "video answered for audio", section(0, replace(/^m=audio/, "m=video")), { base: "audio" }),
  one("A2-proto", "RTP/SAVPF answered for UDP/TLS/RTP/SAVPF", section(0, replace(/^(m=\S+ \S+) \S+/, "$1 RTP/SAVPF")), {
    base: "audio",
  }),
  one("A3-mid", "another mid than the offered one", edits(unbundled, section(0, mid("7"))), { base: "audio" }),
  one("A3-swapped", "the mids of two sections swapped", edits(section(0, mid("1")), section(1, mid("0"))), {
    base: "two audio sections",
  }),
  one(
    "A4-accepted",
    "a section that was offered rejected is accepted",
    copied(0, 1, mid("1"), replace(/^a=(sendrecv|sendonly|recvonly)$/, "a=inactive")),
    {
      base: "two audio sections",
      on: "remote re-answer",
      change: "second section stopped",
    },
  ),
  one("A5-sends-too", "sendonly answered to sendonly", section(0, replace(/^a=recvonly$/, "a=sendonly")), {
    base: "audio, only sent",
  }),
  one("A5-sendrecv", "sendrecv answered to sendonly", section(0, replace(/^a=recvonly$/, "a=sendrecv")), {
    base: "audio, only sent",
  }),
  one("A6-actpass", "setup:actpass in an answer", setup("actpass")),
  one("A6-pranswer", "setup:actpass in a provisional answer", setup("actpass"), { on: "remote pranswer" }),
  one("A6-as-offered", "setup:active answered to setup:active", setup("active"), {
    on: "local answer",
    offer: setup("active"),
  }),
  one("A6-other-role", "another DTLS role in a later answer", setup("passive"), { on: "remote re-answer" }),
  one("W23-answer", "another DTLS role in a later answer, both sides restarting ICE", setup("passive"), restarted),
  one(
    "A6-tag-is-new",
    "another DTLS role in a later answer, the BUNDLE tag being a new section",
    edits(goesOn, setup("passive")),
    tagIsNew,
  ),
  one(
    "A6-tag-stopped",
    "another DTLS role in a later answer, the BUNDLE tag being stopped",
    edits(goesOn, setup("passive")),
    { on: "remote re-answer", change: "first section stopped" },
  ),
  one(
    "A6-own-tag-stopped",
    "the browser's own answer once the former answerer stopped the tag: active, where it was passive",
    own(becomesActive),
    { on: "local re-answer", change: "first section stopped" },
  ),
  one(
    "A6-own-tag-recycled",
    "the browser's own answer once the former answerer recycled the tag: active, where it was passive",
    own(becomesActive),
    { on: "local re-answer", change: "first section stopped, negotiated, audio added" },
  ),
  one(
    "W23-own-answer",
    "the browser's own answer to an ICE restart: active, where it was passive",
    own(becomesActive),
    {
      on: "local re-answer",
      change: "ICE restart",
    },
  ),
  one("A7-no-group-offered", "a section in the answer's BUNDLE group that was in no offered one", bundle("0 1 2"), {
    offer: bundle("0 1"),
  }),
  one(
    "A8-feedback",
    "an rtcp-fb that was not offered, for an offered codec",
    section(1, addFor("VP8", "a=rtcp-fb:PT x-other")),
  ),
  one(
    "A8-added-codec",
    "an rtcp-fb for a codec that the answer adds",
    section(1, addFormat("50", "a=rtpmap:50 X-OTHER/90000", "a=rtcp-fb:50 x-other")),
    {
      allowed: "RFC 9429 §5.11 speaks of what was offered; the codec is the answerer's own, RFC 3264 §6.1",
    },
  ),
  one("A9-dropped", "a later local answer without the negotiated rtcp-mux", sections(remove(/^a=rtcp-mux$/)), {
    on: "local re-answer",
    besides: ["D26"],
  }),
  one("A10-new-without-restart", "new ICE credentials without an offered restart", newCredentials, {
    on: "remote re-answer",
  }),
  one("A10-old-after-restart", "the old ICE credentials after an offered restart", oldCredentials, restarted),
  one(
    "A10-local-old-after-restart",
    "a local answer with the old ICE credentials after an offered restart",
    oldCredentials,
    { on: "local re-answer", change: "ICE restart", besides: ["A6"] },
  ),
  one(
    "A10-new-after-pranswer",
    "new ICE credentials without an offered restart, after a provisional answer without them",
    newCredentials,
    { on: "remote re-answer after a pranswer" },
  ),
  one(
    "A10-tag-is-new",
    "new ICE credentials without an offered restart, the BUNDLE tag being a new section",
    edits(goesOn, newCredentials),
    tagIsNew,
  ),
  one(
    "A10-other-leg",
    "another leg's ICE credentials after a provisional answer to a first offer",
    edits(newCredentials, newFingerprint),
    { on: "remote answer after a pranswer", allowed: "RFC 9429 §3.8.1: forking" },
  ),
  one("A11-new-fingerprint", "a new fingerprint with the old ICE credentials", newFingerprint, {
    on: "remote re-answer",
  }),
  one(
    "A11-tag-is-new",
    "a new fingerprint with the old ICE credentials, the BUNDLE tag being a new section",
    edits(goesOn, newFingerprint),
    tagIsNew,
  ),
  one("A12-other-id", "another id for a header extension's URI", section(0, audioLevelAs("12"))),
  one("A12-other-uri", "another URI for a header extension's id", section(0, otherUriForAudioLevel)),
  one("A12-added", "a header extension that was not offered", section(0, add("a=extmap:12 urn:example:other")), {
    allowed: "RFC 9429 §5.11: new header extensions are permitted in an answer",
  }),
  one(
    "A25-direction",
    "a header extension sent one way answered the same way",
    section(0, audioLevelAs("1/sendonly")),
    { offer: section(0, audioLevelAs("1/sendonly")) },
  ),
  one(
    "A13-other-codec",
    "an audio section with a codec that was not offered, alone",
    section(0, onlyFormat("50", "a=rtpmap:50 speex/16000")),
    { base: "audio" },
  ),
  one(
    "W7-codec",
    "a codec that was not offered, beside the offered ones",
    section(0, addFormat("50", "a=rtpmap:50 speex/16000")),
  ),
  one("W12-rid", "a rid that was not offered", section(0, add("a=rid:z recv")), { base: "simulcast video" }),
];

/** Does the browser, which was passive before, say active of its first section that is not rejected? */
function becomesActive(sdp: string, { previous }: EditContext): boolean {
  return liveSetup(sdp) === "active" && liveSetup(previous ?? "") !== "active";
}

function liveSetup(sdp: string): string | null {
  const live = levelsOf(sdp).find(([first = ""]) => /^m=\S+ [1-9]/.test(first));
  return live?.find((line) => line.startsWith("a=setup:"))?.slice("a=setup:".length) ?? null;
}

const simulcast = ["a=rid:a recv", "a=rid:b recv", "a=simulcast:recv a;b"];
const tlsId = `a=tls-id:${"a".repeat(40)}`;
const noMid: Edit = edits(unbundled, section(0, remove(/^a=mid:/)));

/** Breaches of what an answer may say of groups, mids and streams. */
export const newAnswerBreaches: readonly Breach[] = [
  one("A14-re-answer", "a negotiated section leaves its BUNDLE group in a later answer", bundle("0 1"), {
    on: "remote re-answer",
  }),
  one("A14-no-group", "a later answer without the negotiated BUNDLE group", unbundled, {
    on: "remote re-answer",
  }),
  one("A26-other-tag", "a first answer with another BUNDLE tag than offered", bundle("1 0 2")),
  one("A15-re-answer", "a later answer with another BUNDLE tag than negotiated", bundle("1 0 2"), {
    on: "remote re-answer",
  }),
  one(
    "A29-rejected",
    "a later answer that rejects the BUNDLE tag and accepts the others",
    edits(bundle("1 2"), section(0, port(0))),
    { on: "remote re-answer" },
  ),
  one(
    "A29-first-answer",
    "a first answer that rejects the offered BUNDLE tag and accepts the others",
    edits(bundle("1 2"), section(0, port(0))),
    { allowed: "RFC 9143 §7.3.1: the next mid of the group becomes the tag" },
  ),
  one("A16-two", "one offered BUNDLE group answered as two", bundle("0", "1 2")),
  one("A17-no-group", "a bundle-only section accepted by an answer without a group", edits(unbundled), {
    offer: bundleOnly,
  }),
  one("A17-moved-out", "a bundle-only section accepted outside of the answer's group", bundle("0 2"), {
    offer: bundleOnly,
  }),
  one("A7-no-group", "a first answer without any BUNDLE group", unbundled, {
    allowed: "RFC 9143 §7.3: the answerer may know no BUNDLE",
  }),
  one("A7-one-outside", "a first answer with one section outside of the BUNDLE group", bundle("0 1"), {
    allowed: "RFC 9143 §7.3.2: the answerer may move a section out",
  }),
  one(
    "A18-other",
    "a data section with another format than offered",
    section(2, replace(/webrtc-datachannel/, "other")),
  ),
  one("A19-added", "a mid where none was offered", section(0, add("a=mid:0")), {
    base: "audio",
    offer: noMid,
  }),
  one(
    "A19-own",
    "the browser's own answer to a section without mid has one",
    own((sdp) => sdp.includes("\r\na=mid:")),
    { base: "audio", on: "local answer", offer: noMid },
  ),
  one("A20-LS", "an LS group that was not offered", session(add("a=group:LS 0 1"))),
  one("A21-added", "simulcast that was not offered", section(1, add(...simulcast)), {
    besides: ["W12"],
  }),
  one(
    "A21-direction",
    "simulcast in the offered direction, not its opposite",
    section(0, remove(/^a=(rid|simulcast):/), add("a=rid:a send", "a=rid:b send", "a=simulcast:send a;b")),
    { base: "simulcast video" },
  ),
  one(
    "A22-direction",
    "a rid in the offered direction, not its opposite, and no simulcast",
    section(0, remove(/^a=(rid|simulcast):/), add("a=rid:a send", "a=rid:b send")),
    { base: "simulcast video" },
  ),
  one("A23-added", "a tls-id where none was offered", session(add(tlsId))),
  one("A27-other", "another t= line than the offer's", session(replace(/^t=.*/, "t=3000000000 3000003600"))),
  one("A24-added", "rtcp-mux-only beside rtcp-mux in an answer", section(0, add("a=rtcp-mux-only"))),
];
