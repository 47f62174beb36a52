import type { Reference } from "../../specifications.ts";
import type { Section } from "../description.ts";
import type { Judged } from "../judged.ts";
import type { RuleEntry } from "../syntax-rules.ts";

/** What stands on a line: an attribute, a BUNDLE group; nothing for the section's m= line. */
export type Place = { readonly sdpLineNumber: number } | null | undefined;

/** Where a rule is broken, in which section or (null) in the session part, and what the summary does not say. */
export type Report = (section: Section | null, place?: Place, detail?: string) => void;

/** A rule on what a description says. */
export interface ContentRule extends RuleEntry {
  /** Reports whatever breaks the rule; builds nothing where nothing does. */
  readonly check: (judged: Judged, report: Report) => void;
}

type Check = ContentRule["check"];

/** A rule whose breach is an InvalidAccessError. */
export function errorRule(id: string, summary: string, reference: Reference, check: Check): ContentRule {
  return { id, severity: "error", summary, reference, check };
}

/** A rule whose breach is only worth mentioning. */
export function warningRule(id: string, summary: string, reference: Reference, check: Check): ContentRule {
  return { id, severity: "warning", summary, reference, check };
}

/** A rule on each media section that is not rejected: a rejected one may omit nearly everything, RFC 3264 §8.2. */
export function eachLiveSection(check: (section: Section, judged: Judged, report: Report) => void): Check {
  return (judged, report) => {
    for (const section of judged.sdp.sections) if (!section.rejected) check(section, judged, report);
  };
}

/** A rule on each transport owner. */
export function eachTransport(check: (owner: Section, judged: Judged, report: Report) => void): Check {
  return (judged, report) => {
    for (const section of judged.sdp.sections) if (section.ownsTransport) check(section, judged, report);
  };
}
