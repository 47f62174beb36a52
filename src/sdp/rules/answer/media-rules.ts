import { codecsOf, splitFormat } from "../../description/codec.ts";
import type { Section } from "../../description/description.ts";
import { all } from "../../text/level.ts";
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
    const formats = new Set(answered.formats);
    const codecs = codecsOf(answered);
    const offeredFormats = new Set(formatKeys(offered));
    const known = offeredFeedback(offered);
    for (const attribute of answers) {
      const [format, feedback] = splitFormat(attribute.value.trim().toLowerCase());
      const codec = codecs.get(format) ?? format;
      // For a payload type that is gone from the m= line it says nothing; a codec that the answer adds brings its own.
      if (format !== "*" && (!formats.has(format) || !offeredFormats.has(codec))) continue;
      const named = known.has(feedbackKey("*", feedback)) || known.has(feedbackKey(codec, feedback));
      const unnamed = format === "*" && known.has(feedback);
      if (!named && !unnamed) report(answered, attribute, quote(feedback));
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
    const known = new Set(formatKeys(offered));
    if (formatKeys(answered).some((key) => known.has(key))) return;
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

/** Feedback by what its payload type stands for, because an answer may number it otherwise; and on its own. */
function offeredFeedback(offered: Section): ReadonlySet<string> {
  const codecs = codecsOf(offered);
  const known = new Set<string>();
  for (const { value } of all(offered, "rtcp-fb")) {
    const [format, feedback] = splitFormat(value.trim().toLowerCase());
    known.add(feedback);
    known.add(feedbackKey(codecs.get(format) ?? format, feedback));
  }
  return known;
}

function feedbackKey(format: string, feedback: string): string {
  return `${format} ${feedback}`;
}

/** A format by its codec; by its number where nothing maps it. */
function formatKeys(section: Section): string[] {
  const codecs = codecsOf(section);
  return section.formats.map((format) => codecs.get(format) ?? format);
}
