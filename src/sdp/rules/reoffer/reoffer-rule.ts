import type { Exchange } from "../../description/negotiation.ts";
import type { Severity } from "../../rule-entry.ts";
import type { JudgedDescription } from "../judged-description.ts";
import { type ContentRule, type ReportBreach, rule } from "../rule.ts";

type CheckOffer = (judged: JudgedDescription, negotiated: Exchange, report: ReportBreach) => void;

/** A rule on an offer against what is negotiated; silent before the first answer. */
export function reofferRule<Id extends string>(
  id: Id,
  severity: Severity,
  place: string,
  summary: string,
  check: CheckOffer,
): ContentRule<Id> {
  return rule(id, severity, place, summary, (judged, report) => {
    const negotiated = judged.type === "offer" ? judged.negotiated : null;
    if (negotiated !== null) check(judged, negotiated, report);
  });
}
