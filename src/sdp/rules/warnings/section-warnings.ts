import { contribution, isNegotiated } from "../../description/negotiation.ts";
import { ridsOf } from "../../description/rid.ts";
import { all, has, own } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { eachLiveSection, rule } from "../rule.ts";

export const midIsAbsent = rule(
  "W2",
  "warning",
  "9429 5.2.1",
  "an m= section has no mid",

  eachLiveSection((section, _judged, report) => {
    if (section.mid === null) report(section);
  }),
);

const longestMid = 16;

export const midIsLong = rule(
  "W3",
  "warning",
  "9143 15.2",
  "a mid is longer than 16 characters",

  eachLiveSection((section, _judged, report) => {
    if ((section.mid ?? "").length <= longestMid) return;
    report(section, own(section, "mid"));
  }),
);

const medias = ["audio", "video", "application"];
const protocols = /^(((UDP|TCP)\/)?DTLS\/SCTP|((UDP|TCP)\/TLS\/|TCP\/DTLS\/)?RTP\/S?AVPF?)$/;

export const mediaIsUnknown = rule(
  "W4",
  "warning",
  "9429 5.1.2",
  "media or proto is not WebRTC's",

  eachLiveSection((section, _judged, report) => {
    const { media, protocol } = section;
    if (!medias.includes(media) || !protocols.test(protocol)) report(section, null, quote(`${media} ${protocol}`));
  }),
);

export const bundleOnlyIsMisplaced = rule(
  "W10",
  "warning",
  "9143 6",
  "bundle-only is in an answer or in a section with a port",

  ({ sdp, type }, report) => {
    for (const section of sdp.sections) {
      const bundleOnly = own(section, "bundle-only");
      if (bundleOnly === null) continue;
      if (section.port !== 0 || (type !== null && type !== "offer")) report(section, bundleOnly);
    }
  },
);

export const ridIsIgnored = rule(
  "W12",
  "warning",
  "8851 6.4",
  "an answered rid was not offered, or an offered one changes",

  eachLiveSection((section, { type, side, offer, negotiated }, report) => {
    if (!has(section, "rid")) return;
    const offered = offer?.sections[section.index];
    const reoffered = type === "offer" && side !== null && negotiated !== null && isNegotiated(negotiated, section);
    const before = reoffered ? contribution(negotiated, side).sections[section.index] : undefined;
    const known = offered ?? before;
    if (known === undefined) return;
    const rids = ridsOf(known).declared;
    for (const { id, definition, attribute } of ridsOf(section).declared.values()) {
      const was = rids.get(id);
      if (offered !== undefined && was === undefined) {
        report(section, attribute, quote(id));
      } else if (offered === undefined && was !== undefined && was.definition !== definition) {
        report(section, attribute, `${quote(id)} was ${quote(was.definition)}`);
      }
    }
  }),
);

export const keysAreInTheOpen = rule(
  "W13",
  "warning",
  "9429 5.1.1",
  "a=crypto is prohibited",

  eachLiveSection((section, _judged, report) => {
    for (const crypto of all(section, "crypto")) report(section, crypto);
  }),
);

export const ridIsDiscarded = rule(
  "W20",
  "warning",
  "8851 6.2.2",
  "a malformed or repeated rid is discarded",

  eachLiveSection((section, _judged, report) => {
    for (const rid of ridsOf(section).discarded) report(section, rid, quote(rid.value));
  }),
);
