// R1 to R9, and the new rules on a re-offer against the session.

import { type Breach, type BreachDetails, breachesOn } from "../breach.ts";
import {
  audioLevelAs,
  bundle,
  goesOn,
  mid,
  newCredentials,
  newFingerprint,
  otherUriForAudioLevel,
  otherUriForMid,
  port,
  setup,
  unbundled,
  versionBy,
} from "../parts-of-sdp.ts";
import {
  add,
  copied,
  edits,
  everywhere,
  remove,
  replace,
  section,
  sections,
  session,
  withoutSection,
} from "../sdp-edit.ts";

const one = breachesOn("remote re-offer");

const replacing: BreachDetails = { on: "remote offer that replaces an offer" };
const tagIsNew: BreachDetails = { change: "first section stopped, negotiated, audio added" };

/** Breaches of what an offer may change of a session. */
export const reofferBreaches: readonly Breach[] = [
  one("R1-fewer", "a re-offer without the last section", edits(bundle("0 1"), withoutSection(2))),
  one("R2-swapped", "the mids of two sections swapped", edits(section(0, mid("1")), section(1, mid("0")))),
  one("R2-other-media", "an audio section where a video section was, under the same mid", copied(0, 1, mid("1"))),
  one("R3-live", "a new mid for a section that was not rejected", edits(bundle("0 9 2"), section(1, mid("9")))),
  one(
    "R3-old-mid",
    "a recycled section, now audio, under the mid of the rejected video section",
    edits(bundle("0 1 2"), copied(0, 1, mid("1"))),
    { change: "second section stopped, negotiated" },
  ),
  one("R3-without-mids", "a rejected section is used again, and there are no mids", section(1, port(9)), {
    base: "hand-made, without mids",
    allowed: "RFC 3264 §8.1: mids are optional, and a slot may be used again",
  }),
  one("R4-dropped", "a local re-offer without the negotiated rtcp-mux", sections(remove(/^a=rtcp-mux$/)), {
    on: "local re-offer",
    besides: ["D26"],
  }),
  one("R5-new-fingerprint", "a new fingerprint without an ICE restart", newFingerprint),
  one(
    "R5-new-tls-id",
    "a new tls-id without an ICE restart",
    section(0, replace(/^a=tls-id:.*/, `a=tls-id:${"u".repeat(40)}`)),
    { base: "hand-made, with tls-id" },
  ),
  one(
    "R5-tag-is-new",
    "a new fingerprint without an ICE restart, the BUNDLE tag being a new section",
    edits(goesOn, newFingerprint),
    tagIsNew,
  ),
  one("R6-other-role", "a fixed setup that is not the present DTLS role", setup("passive")),
  one(
    "W23-offer",
    "a fixed setup that is not the present DTLS role, with an ICE restart",
    edits(setup("passive"), newCredentials),
    { change: "ICE restart" },
  ),
  one(
    "R6-tag-is-new",
    "a fixed setup that is not the present DTLS role, the BUNDLE tag being a new section",
    edits(goesOn, setup("passive")),
    tagIsNew,
  ),
  one(
    "R6-tag-stopped",
    "a fixed setup that is not the present DTLS role, the BUNDLE tag being stopped",
    edits(goesOn, setup("passive")),
    { change: "first section stopped" },
  ),
  one("R7-moved", "a mid moves from one BUNDLE group to another", bundle("0", "2 3 1"), {
    base: "hand-made, two BUNDLE groups",
  }),
  one("R8-other-uri", "another URI for a negotiated header extension's id", section(0, otherUriForAudioLevel)),
  one("R8-other-id", "another id for a negotiated header extension's URI", section(0, audioLevelAs("12"))),
  one(
    "R8-tag-is-new",
    "another URI for a negotiated header extension's id, the BUNDLE tag being a new section",
    edits(goesOn, sections(otherUriForMid)),
    tagIsNew,
  ),
  one(
    "R9-fewer",
    "an offer with fewer sections than the one it replaces",
    edits(bundle("0 1"), withoutSection(2)),
    replacing,
  ),
  one(
    "R9-swapped",
    "an offer with the mids of the one it replaces swapped",
    edits(section(0, mid("1")), section(1, mid("0"))),
    replacing,
  ),
  one(
    "R9-live",
    "an offer with a new mid for a section of the one it replaces",
    edits(bundle("0 9 2"), section(1, mid("9"))),
    replacing,
  ),
  one(
    "R9-new-fingerprint",
    "an offer with a new fingerprint and the ICE credentials of the one it replaces",
    newFingerprint,
    { ...replacing },
  ),
  one(
    "R9-other-uri",
    "an offer with another URI for a header extension's id than the one it replaces",
    section(0, otherUriForAudioLevel),
    { ...replacing },
  ),
  one("W6-remapped", "a negotiated payload type for another codec", section(1, remapped)),
  one(
    "W8-half",
    "a new ice-ufrag with the old ice-pwd",
    everywhere(replace(/^a=ice-ufrag:.*/, "a=ice-ufrag:otherUfrag")),
  ),
  one("W9-same", "the version of the o= line does not go up", versionBy(-1)),
  one("W9-by-five", "the version of the o= line goes up by five", versionBy(4)),
];

/** Breaches of what ICE keeps, and neighbours of the rules on groups. */
export const newReofferBreaches: readonly Breach[] = [
  one("R10-lite", "ice-lite added without an ICE restart", session(add("a=ice-lite"))),
  one(
    "R10-options-added",
    "an ICE option added without an ICE restart",
    everywhere(replace(/^a=ice-options:.*/, "a=ice-options:trickle ice2")),
  ),
  one("R10-options-dropped", "ice-options dropped without an ICE restart", everywhere(remove(/^a=ice-options:/))),
  one(
    "A28-answer",
    "an ICE option added by a later answer without an ICE restart",
    everywhere(replace(/^a=ice-options:.*/, "a=ice-options:trickle ice2")),
    { on: "remote re-answer" },
  ),
  one("R7-leaves", "a section leaves its BUNDLE group in a re-offer", bundle("0 1"), {
    allowed: "RFC 9143 §7.5.2: leaving is fine",
  }),
  one("R7-no-group", "a re-offer without the negotiated BUNDLE group", unbundled, {
    allowed: "RFC 9143 §7.5.2: leaving is fine",
  }),
];

/** VP8 and VP9 change their payload types. */
function remapped(lines: readonly string[]): readonly string[] {
  const [vp8, vp9] = [/^(a=rtpmap:\d+) VP8\//, /^(a=rtpmap:\d+) VP9\//];
  let swapped = 0;
  return lines.map((line) => {
    if (vp8.test(line)) return line.replace(vp8, "$1 VP9/");
    if (!vp9.test(line) || swapped++ > 0) return line;
    return line.replace(vp9, "$1 VP8/");
  });
}
