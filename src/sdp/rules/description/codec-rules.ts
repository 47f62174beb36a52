import { associatedPayloadType, codecsOf, configurationsOf, splitFormat } from "../../description/codec.ts";
import { type Sdp, transportOwner } from "../../description/description.ts";
import { all, has } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { bundledSections, eachLiveSection, rule } from "../rule.ts";

export const retransmissionsHaveATarget = rule(
  "D10",
  "error",
  "9429 5.10",
  "a remote rtx apt is a listed payload type",

  eachLiveSection((section, { side }, report) => {
    if (side !== "remote" || !section.carriesRtp) return;
    const associated = all(section, "fmtp").filter(({ value }) => value.includes("apt="));
    if (associated.length === 0) return;
    const codecs = codecsOf(section);
    const formats = new Set(section.formats);
    for (const attribute of associated) {
      const [format, parameters] = splitFormat(attribute.value);
      const target = associatedPayloadType(parameters);
      if (target === null || formats.has(target) || !codecs.get(format)?.startsWith("rtx/")) continue;
      report(section, attribute, quote(target));
    }
  }),
);

export const payloadTypesAreInRange = rule(
  "D12",
  "error",
  "5761 4",
  "an RTP payload type is 0-127, with rtcp-mux not 64-95",

  eachLiveSection((section, _judged, report) => {
    if (!section.carriesRtp) return;
    const muxed = has(section, "rtcp-mux") || has(transportOwner(section), "rtcp-mux");
    for (const format of section.formats) {
      const payloadType = /^\d{1,3}$/.test(format) ? Number(format) : 128;
      if (payloadType > 127 || (muxed && isRtcp(payloadType))) report(section, null, quote(format));
    }
  }),
);

export const retransmissionsAreAssociated = rule(
  "D27",
  "error",
  "4588 8.1",
  "an rtx has an apt",

  eachLiveSection((section, _judged, report) => {
    if (!section.carriesRtp) return;
    const retransmitting = [...codecsOf(section)].filter(([, codec]) => codec.startsWith("rtx/"));
    if (retransmitting.length === 0) return;
    const associated = new Set<string>();
    for (const { value } of all(section, "fmtp")) {
      if (!value.includes("apt=")) continue;
      const [format, parameters] = splitFormat(value);
      if (associatedPayloadType(parameters) !== null) associated.add(format);
    }
    for (const [format] of retransmitting) if (!associated.has(format)) report(section, null, quote(format));
  }),
);

export const payloadTypesAgree = rule(
  "D29",
  "error",
  "9143 9.1.1",
  "a payload type is one codec with one configuration in a BUNDLE group",

  ({ sdp }, report) => {
    const repeated = repeatedFormats(sdp);
    if (repeated.size === 0) return;
    for (const [section, known] of bundledSections(sdp, () => new Map<string, string>())) {
      if (!section.carriesRtp) continue;
      for (const [format, configuration] of configurationsOf(section, repeated)) {
        const other = known.get(format) ?? configuration;
        known.set(format, other);
        if (other !== configuration)
          report(section, null, `${quote(format)} is ${quote(other)} and ${quote(configuration)}`);
      }
    }
  },
);

/** The payload types that more than one bundled section lists: mostly none. */
function repeatedFormats(sdp: Sdp): ReadonlySet<string> {
  const repeated = new Set<string>();
  for (const [section, seen] of bundledSections(sdp, () => new Set<string>())) {
    if (!section.carriesRtp) continue;
    for (const format of section.formats) {
      if (seen.has(format)) repeated.add(format);
      seen.add(format);
    }
  }
  return repeated;
}

/** What RTCP packets look like to a demultiplexer, RFC 5761 §4. */
function isRtcp(payloadType: number): boolean {
  return payloadType >= 64 && payloadType <= 95;
}
