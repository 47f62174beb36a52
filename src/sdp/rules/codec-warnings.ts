import { rfc } from "../../specifications.ts";
import { codecsOf, splitFormat } from "../codec.ts";
import { all, type BundleGroup } from "../description.ts";
import { contribution, isNegotiated } from "../negotiation.ts";
import { eachLiveSection, warningRule } from "./rule.ts";

export const payloadTypesCollide = warningRule(
  "W5",
  "within a BUNDLE group a payload type stands for two codecs",
  rfc(9143, "9.1.1"),
  ({ sdp }, report) => {
    const agreed = new Map<BundleGroup, Map<string, string>>();
    for (const section of sdp.sections) {
      if (section.rejected || section.bundle === null || !section.carriesRtp) continue;
      const codecs = agreed.get(section.bundle) ?? new Map<string, string>();
      agreed.set(section.bundle, codecs);
      for (const [format, codec] of codecsOf(section)) {
        const other = codecs.get(format) ?? codec;
        codecs.set(format, other);
        if (other !== codec) report(section, null, `${format} is ${other} and ${codec}`);
      }
    }
  },
);

export const payloadTypeIsRemapped = warningRule(
  "W6",
  "a payload type is mapped to another codec than before",
  rfc(3264, "8.3.2"),
  eachLiveSection((section, { side, negotiated, provisional }, report) => {
    const exchange = provisional ?? negotiated;
    if (exchange === null || side === null || !section.carriesRtp || !isNegotiated(exchange, section)) return;
    const before = contribution(exchange, side).sections[section.index];
    if (before === undefined) return;
    const codecs = codecsOf(before);
    for (const [format, codec] of codecsOf(section)) {
      const was = codecs.get(format) ?? codec;
      if (was !== codec) report(section, null, `${format} was ${was} and is ${codec}`);
    }
  }),
);

export const codecIsNew = warningRule(
  "W7",
  "an answer has codecs that were not offered",
  rfc(9429, "5.3.1"),
  eachLiveSection((section, { offer }, report) => {
    const offered = offer?.sections[section.index];
    if (offered === undefined || !section.carriesRtp) return;
    const known = new Set(codecsOf(offered).values());
    for (const codec of new Set(codecsOf(section).values())) {
      if (!known.has(codec)) report(section, null, codec);
    }
  }),
);

export const mappingIsUnlisted = warningRule(
  "W11",
  "an rtpmap maps a payload type that the m= line does not list",
  rfc(8866, "6.6"),
  eachLiveSection((section, _judged, report) => {
    const formats = new Set(section.formats);
    for (const attribute of all(section, "rtpmap")) {
      const [format] = splitFormat(attribute.value);
      if (!formats.has(format)) report(section, attribute, format);
    }
  }),
);
