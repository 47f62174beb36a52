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
    const isOffered = offeredFeedback(answered, offered);
    for (const attribute of answers) {
      const [format, feedback] = feedbackOf(attribute);
      if (!isOffered(format, feedback)) report(answered, attribute, quote(feedback));
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

/**
 * Whether feedback was offered for what a payload type of the answer stands for: the offer may number it otherwise. Codecs
 * are compared once for each payload type, since their names can be as long as the description.
 */
function offeredFeedback(answered: Section, offered: Section): (format: string, feedback: string) => boolean {
  const offers = all(offered, "rtcp-fb").map(feedbackOf);
  const general = new Set<string>();
  const byCodec = new Map<string, Set<string>>();
  const byFormat = new Map([["*", general]]);
  for (const [format, codec] of formatKeys(offered)) {
    const feedback = byCodec.get(codec) ?? new Set();
    byCodec.set(codec, feedback);
    byFormat.set(format, feedback);
  }
  for (const [format, feedback] of offers) byFormat.get(format)?.add(feedback);
  const known = new Map<string, Set<string> | undefined>();
  for (const [format, codec] of formatKeys(answered)) known.set(format, byCodec.get(codec));
  known.set("*", new Set(offers.map(([, feedback]) => feedback)));
  // For a payload type that is gone from the m= line it says nothing; a codec that the answer adds brings its own.
  return (format, feedback) => general.has(feedback) || known.get(format)?.has(feedback) !== false;
}

function feedbackOf({ value }: Attribute): readonly [format: string, feedback: string] {
  return splitFormat(value.trim().toLowerCase());
}

/** Each format that the m= line lists by what it stands for, because an answer may number it otherwise. */
function formatKeys(section: Section): ReadonlyMap<string, string> {
  const codecs = codecsOf(section);
  return new Map(section.formats.map((format) => [format, codecs.get(format) ?? format]));
}
