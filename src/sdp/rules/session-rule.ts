import type { Reference } from "../../specifications.ts";
import type { Judged } from "../judged.ts";
import type { Exchange } from "../negotiation.ts";
import { type ContentRule, errorRule, type Report } from "./rule.ts";

type CheckOffer = (judged: Judged, negotiated: Exchange, report: Report) => void;

/** A rule on an offer against what is negotiated; silent before the first answer. */
export function reofferRule(id: string, summary: string, reference: Reference, check: CheckOffer): ContentRule {
  return errorRule(id, summary, reference, (judged, report) => {
    if (judged.type === "offer" && judged.negotiated !== null) check(judged, judged.negotiated, report);
  });
}
