import { codecsOf, splitFormat } from "../../description/codec.ts";
import type { Section } from "../../description/description.ts";
import { extensionsInForce, headerExtension } from "../../description/header-extension.ts";
import { all, has, type Level } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import type { ReportBreach } from "../rule.ts";
import { acceptedPairRule, answerRule } from "./answer-rule.ts";

export const feedbackWasOffered = acceptedPairRule(
  "A8",
  "9429 5.11",
  "an answered rtcp-fb was offered",

  (answered, offered, report) => {
    const answers = all(answered, "rtcp-fb");
    if (answers.length === 0) return;
    const codecs = codecsOf(answered);
    const known = offeredFeedback(offered);
    for (const attribute of answers) {
      const [format, feedback] = splitFormat(attribute.value.trim().toLowerCase());
      // The feedback of a payload type that is gone from the m= line says nothing.
      if (format !== "*" && !answered.formats.includes(format)) continue;
      const named =
        known.has(feedbackKey("*", feedback)) || known.has(feedbackKey(codecs.get(format) ?? format, feedback));
      const unnamed = format === "*" && known.has(feedback);
      if (!named && !unnamed) report(answered, attribute, quote(feedback));
    }
  },
);

export const extensionsKeepTheirIds = answerRule(
  "A12",
  "8285 7",
  "an extmap URI keeps the offered id",

  ({ sdp }, offer, report) => {
    // What the answer says for the session has to be what the offer said somewhere.
    const anywhere = has(sdp.session, "extmap") ? offeredIds([offer.session, ...offer.sections]) : new Map();
    compareIds(sdp.session, anywhere, null, report);
    const generalIds = offeredIds([offer.session]);
    for (const section of sdp.sections) {
      const offered = offer.sections[section.index];
      if (section.rejected || offered === undefined || !has(section, "extmap")) continue;
      compareIds(section, has(offered, "extmap") ? offeredIds([offered]) : generalIds, section, report);
    }
  },
);

export const aFormatIsShared = acceptedPairRule(
  "A13",
  "3264 6.1",
  "an answered RTP section has an offered format",

  (answered, offered, report) => {
    if (!answered.carriesRtp) return;
    const known = new Set(formatKeys(offered));
    if (formatKeys(answered).some((key) => known.has(key))) return;
    report(answered);
  },
);

/** The ids in force by URI. */
function offeredIds(levels: readonly Level[]): ReadonlyMap<string, ReadonlySet<number>> {
  const ids = new Map<string, Set<number>>();
  for (const { id, uri } of levels.flatMap((level) => extensionsInForce(all(level, "extmap")))) {
    ids.set(uri, (ids.get(uri) ?? new Set()).add(id));
  }
  return ids;
}

function compareIds(
  answered: Level,
  offered: ReadonlyMap<string, ReadonlySet<number>>,
  section: Section | null,
  report: ReportBreach,
): void {
  for (const { id, uri, attribute } of all(answered, "extmap").map(headerExtension)) {
    const ids = offered.get(uri);
    if (ids === undefined || ids.has(id)) continue;
    report(section, attribute, `${quote(uri)} was offered as ${[...ids].join(" or ")}`);
  }
}

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
