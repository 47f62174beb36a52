import { codecsOf, splitFormat } from "../../description/codec.ts";
import { contribution, isNegotiated } from "../../description/negotiation.ts";
import { all } from "../../text/level.ts";
import { bundledSections, eachLiveSection, rule } from "../rule.ts";

export const payloadTypesCollide = rule(
  "W5",
  "9143 9.1.1",
  "a payload type is two codecs in a BUNDLE group",

  ({ sdp }, report) => {
    for (const [section, codecs] of bundledSections(sdp, () => new Map<string, string>())) {
      if (!section.carriesRtp) continue;
      for (const [format, codec] of codecsOf(section)) {
        const other = codecs.get(format) ?? codec;
        codecs.set(format, other);
        if (other !== codec) report(section, null, `${format} is ${other} and ${codec}`);
      }
    }
  },
);

export const payloadTypeIsRemapped = rule(
  "W6",
  "3264 8.3.2",
  "a payload type changes its codec",

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

export const codecIsNew = rule(
  "W7",
  "9429 5.3.1",
  "an answered codec was not offered",

  eachLiveSection((section, { offer }, report) => {
    const offered = offer?.sections[section.index];
    if (offered === undefined || !section.carriesRtp) return;
    const known = new Set(codecsOf(offered).values());
    for (const codec of new Set(codecsOf(section).values())) {
      if (!known.has(codec)) report(section, null, codec);
    }
  }),
);

export const mappingIsUnlisted = rule(
  "W11",
  "8866 6.6",
  "the payload type of an rtpmap is not listed",

  eachLiveSection((section, _judged, report) => {
    const formats = new Set(section.formats);
    for (const attribute of all(section, "rtpmap")) {
      const [format] = splitFormat(attribute.value);
      if (!formats.has(format)) report(section, attribute, format);
    }
  }),
);
