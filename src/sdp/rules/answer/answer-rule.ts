import { areSameMid, type Sdp, type Section } from "../../description/description.ts";
import type { Severity } from "../../rule-entry.ts";
import type { JudgedDescription } from "../judged-description.ts";
import { type ContentRule, type ReportBreach, rule } from "../rule.ts";

type CheckAnswer = (judged: JudgedDescription, offer: Sdp, report: ReportBreach) => void;
type CheckPair = (
  answered: Section,
  offered: Section,
  report: ReportBreach,
  judged: JudgedDescription,
  offer: Sdp,
) => void;

/** A rule on an answer against the offer it answers; silent where that is not known. */
export function answerRule<Id extends string>(
  id: Id,
  severity: Severity,
  place: string,
  summary: string,
  check: CheckAnswer,
): ContentRule<Id> {
  return rule(id, severity, place, summary, (judged, report) => {
    const { offer } = judged;
    if (offer !== null) check(judged, offer, report);
  });
}

/** A rule on each m= section of an answer and the offered one at its index. */
export function pairRule<Id extends string>(
  id: Id,
  severity: Severity,
  place: string,
  summary: string,
  check: CheckPair,
): ContentRule<Id> {
  return answerRule(id, severity, place, summary, (judged, offer, report) => {
    for (const answered of judged.sdp.sections) {
      const offered = offer.sections[answered.index];
      if (offered !== undefined) check(answered, offered, report, judged, offer);
    }
  });
}

/** The same for accepted sections that are indeed the offered ones. */
export function acceptedPairRule<Id extends string>(
  id: Id,
  severity: Severity,
  place: string,
  summary: string,
  check: CheckPair,
): ContentRule<Id> {
  return pairRule(id, severity, place, summary, (answered, offered, report, judged, offer) => {
    const accepted = !answered.rejected && !offered.rejected;
    if (accepted && correspond(answered, offered)) check(answered, offered, report, judged, offer);
  });
}

/** Whether both are the same kind of section under the same mid. */
function correspond(answered: Section, offered: Section): boolean {
  return (
    areSameMid(answered.mid, offered.mid) && answered.media === offered.media && answered.protocol === offered.protocol
  );
}
