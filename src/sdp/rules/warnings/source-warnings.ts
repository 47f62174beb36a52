import type { Section } from "../../description/description.ts";
import { extensionUris } from "../../description/header-extension.ts";
import { all, own } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { bundledSections, eachLiveSection, rule } from "../rule.ts";

export const tracksAreBySource = rule(
  "W24",
  "warning",
  "9429 5.2.1",
  "a section has several tracks by a=ssrc, which is Plan B",

  eachLiveSection((section, _judged, report) => {
    const msids = all(section, "ssrc").filter(({ value }) => value.includes(" msid:"));
    const first = msidOf(msids[0]?.value ?? "");
    const other = msids.find((attribute) => msidOf(attribute.value) !== first);
    if (other !== undefined) report(section, other, quote(msidOf(other.value)));
  }),
);

const midExtension = "urn:ietf:params:rtp-hdrext:sdes:mid";
const ridExtension = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";

export const midExtensionIsMissing = rule(
  "W25",
  "warning",
  "9143 9.1",
  "an RTP section of a BUNDLE group of several lacks the header extension sdes:mid",

  ({ sdp, offer }, report) => {
    const general = extensionUris(sdp.session);
    const generallyOffered = offer === null ? null : extensionUris(offer.session);
    const has = (section: Section, ofSession: ReadonlySet<string>) =>
      ofSession.has(midExtension) || extensionUris(section).has(midExtension);
    for (const [section, sections] of bundledSections(sdp, (): Section[] => [])) {
      if (!section.carriesRtp) continue;
      sections.push(section);
      // The first is judged once there is a second.
      const due = sections.length < 2 ? [] : sections.length === 2 ? sections : [section];
      for (const member of due) {
        const offered = offer?.sections[member.index];
        // An answer is not to blame for what the offer lacks.
        if (offered !== undefined && generallyOffered !== null && !has(offered, generallyOffered)) continue;
        if (!has(member, general)) report(member);
      }
    }
  },
);

export const ridExtensionIsMissing = rule(
  "W26",
  "warning",
  "8853 5.5",
  "a section with simulcast lacks the header extension sdes:rtp-stream-id",

  ({ sdp }, report) => {
    if (extensionUris(sdp.session).has(ridExtension)) return;
    for (const section of sdp.sections) {
      const simulcast = section.rejected ? null : own(section, "simulcast");
      if (simulcast !== null && !extensionUris(section).has(ridExtension)) report(section, simulcast);
    }
  },
);

export const sourceIsUnknown = rule(
  "W28",
  "warning",
  "5576 4.2",
  "an ssrc-group names a source that no a=ssrc describes",

  eachLiveSection((section, _judged, report) => {
    const groups = all(section, "ssrc-group");
    if (groups.length === 0) return;
    const sources = new Set(all(section, "ssrc").map(({ value }) => value.split(" ", 1)[0]));
    for (const group of groups) {
      const [, ...named] = group.value.split(" ");
      const unknown = named.find((source) => !sources.has(source));
      if (unknown !== undefined) report(section, group, quote(unknown));
    }
  }),
);

export const msidIsRepeated = rule(
  "W29",
  "warning",
  "8830 2",
  "two msid lines name the same track of the same stream, which Chromium refuses in two sections",

  ({ sdp }, report) => {
    const seen = new Set<string>();
    for (const section of sdp.sections) {
      for (const msid of all(section, "msid")) {
        // Without a track it names a stream, and several tracks can be of that.
        if (!msid.value.includes(" ")) continue;
        if (seen.has(msid.value)) report(section, msid, quote(msid.value));
        seen.add(msid.value);
      }
    }
  },
);

function msidOf(value: string): string {
  return value.slice(value.indexOf(" msid:") + 1);
}
