import { codecsOf, splitFormat } from "../../description/codec.ts";
import type { Section } from "../../description/description.ts";
import { type Attribute, all } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { acceptedPairRule } from "./answer-rule.ts";

export const feedbackWasOffered = acceptedPairRule(
  "A8",
  "error",
  "9429 5.11",
  "an answered rtcp-fb was offered",

  (answered, offered, report) => {
    const answers = all(answered, "rtcp-fb");
    if (answers.length === 0) return;
    const offers = feedbackByFormat(offered);
    const general = feedbackIn(offers.get("*"));
    const byCodec = new Map<string, Set<string>>();
    for (const [format, key] of formatKeys(offered)) {
      byCodec.set(key, feedbackIn(offers.get(format), byCodec.get(key)));
    }
    const formats = formatKeys(answered);
    const known = new Map([["*", feedbackIn([...offers.values()].flat())]]);
    for (const [format, key] of formats) {
      const codec = byCodec.get(key);
      if (codec !== undefined) known.set(format, codec);
    }
    for (const attribute of answers) {
      // For a payload type that is gone from the m= line it says nothing; a codec that the answer adds brings its own.
      const due = known.get(splitFormat(attribute.value)[0]);
      const feedback = feedbackOf(attribute);
      if (due !== undefined && !general.has(feedback) && !due.has(feedback)) {
        report(answered, attribute, quote(feedback));
      }
    }
  },
);

export const aFormatIsShared = acceptedPairRule(
  "A13",
  "error",
  "3264 6.1",
  "an answered RTP section has an offered format",

  (answered, offered, report) => {
    if (!answered.carriesRtp) return;
    const known = new Set(formatKeys(offered).values());
    for (const key of formatKeys(answered).values()) if (known.has(key)) return;
    report(answered);
  },
);

export const dataFormatIsTheOffered = acceptedPairRule(
  "A18",
  "error",
  "9429 5.3.1",
  "an answered SCTP section has the offered format",

  (answered, offered, report) => {
    if (!answered.carriesSctp || answered.protocol === "DTLS/SCTP") return;
    const [format = "", due = ""] = [answered.formats[0], offered.formats[0]];
    if (format !== due) report(answered, null, quote(due));
  },
);

/** The a=rtcp-fb lines of a section by their payload type, or `*`. */
function feedbackByFormat(section: Section): ReadonlyMap<string, Attribute[]> {
  const found = new Map<string, Attribute[]>();
  for (const attribute of all(section, "rtcp-fb")) {
    const [format] = splitFormat(attribute.value);
    const attributes = found.get(format) ?? [];
    found.set(format, attributes);
    attributes.push(attribute);
  }
  return found;
}

/** What some a=rtcp-fb lines say, added to what is known. */
function feedbackIn(attributes: readonly Attribute[] = [], known = new Set<string>()): Set<string> {
  for (const attribute of attributes) known.add(feedbackOf(attribute));
  return known;
}

function feedbackOf({ value }: Attribute): string {
  return splitFormat(value.trim().toLowerCase())[1];
}

/** Each format that the m= line lists by what it stands for, because an answer may number it otherwise. */
function formatKeys(section: Section): ReadonlyMap<string, string> {
  const codecs = codecsOf(section);
  return new Map(section.formats.map((format) => [format, codecs.get(format) ?? format]));
}
