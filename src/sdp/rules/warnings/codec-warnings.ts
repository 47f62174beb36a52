import { codecsOf, splitFormat } from "../../description/codec.ts";
import type { Section } from "../../description/description.ts";
import { contribution, isNegotiated } from "../../description/negotiation.ts";
import { all } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { eachLiveSection, type ReportBreach, rule } from "../rule.ts";

export const payloadTypeIsRemapped = rule(
  "W6",
  "warning",
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
      if (was !== codec) report(section, null, `${format} was ${quote(was)} and is ${quote(codec)}`);
    }
  }),
);

export const codecIsNew = rule(
  "W7",
  "warning",
  "9429 5.3.1",
  "an answered codec was not offered",

  eachLiveSection((section, { offer }, report) => {
    const offered = offer?.sections[section.index];
    if (offered === undefined || !section.carriesRtp) return;
    const known = new Set(codecsOf(offered).values());
    for (const codec of new Set(codecsOf(section).values())) {
      if (!known.has(codec)) report(section, null, quote(codec));
    }
  }),
);

export const mappingIsUnlisted = rule(
  "W11",
  "warning",
  "8866 6.6",
  "the payload type of an rtpmap is not listed",

  eachLiveSection((section, _judged, report) => {
    reportUnlisted(section, ["rtpmap"], report);
  }),
);

export const parametersAreUnlisted = rule(
  "W27",
  "warning",
  "8866 6.15",
  "the payload type of an fmtp or rtcp-fb is not listed",

  eachLiveSection((section, _judged, report) => {
    if (section.carriesRtp) reportUnlisted(section, ["fmtp", "rtcp-fb"], report);
  }),
);

function reportUnlisted(section: Section, names: readonly string[], report: ReportBreach): void {
  const attributes = names.flatMap((name) => all(section, name));
  if (attributes.length === 0) return;
  const formats = new Set(section.formats);
  for (const attribute of attributes) {
    const [format] = splitFormat(attribute.value);
    if (format !== "*" && !formats.has(format)) report(section, attribute, quote(format));
  }
}
