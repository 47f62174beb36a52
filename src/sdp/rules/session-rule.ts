import type { Exchange } from "../description/negotiation.ts";
import type { Judged } from "./judged.ts";
import { type ContentRule, type Report, rule } from "./rule.ts";

type CheckOffer = (judged: Judged, negotiated: Exchange, report: Report) => void;

/** A rule on an offer against what is negotiated; silent before the first answer. */
export function reofferRule(id: string, place: string, summary: string, check: CheckOffer): ContentRule {
  return rule(id, place, summary, (judged, report) => {
    if (judged.type === "offer" && judged.negotiated !== null) check(judged, judged.negotiated, report);
  });
}
