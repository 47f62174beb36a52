import type { BundleGroup, Sdp, Section } from "../description/description.ts";
import { type RuleEntry, ruleEntry } from "../rule-entry.ts";
import type { Judged } from "./judged.ts";

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

/** A rule on what a description says. A warning's summary says what is odd, an error's what has to be. */
export function rule(id: string, place: string, summary: string, check: Check): ContentRule {
  return { ...ruleEntry(id, place, summary), check };
}

/** A rule on each media section that is not rejected: a rejected one may omit nearly everything, RFC 3264 §8.2. */
export function eachLiveSection(check: (section: Section, judged: Judged, report: Report) => void): Check {
  return (judged, report) => {
    for (const section of judged.sdp.sections) if (!section.rejected) check(section, judged, report);
  };
}

/** Each live section of a BUNDLE group, with what was noted for its group: at first nothing. */
export function* bundledSections<Notes>(sdp: Sdp, nothing: () => Notes): Generator<[Section, Notes]> {
  const notesOf = new Map<BundleGroup, Notes>();
  for (const section of sdp.sections) {
    if (section.rejected || section.bundle === null) continue;
    const notes = notesOf.get(section.bundle) ?? nothing();
    notesOf.set(section.bundle, notes);
    yield [section, notes];
  }
}

/** A rule on each transport owner. */
export function eachTransport(check: (owner: Section, judged: Judged, report: Report) => void): Check {
  return eachLiveSection((section, judged, report) => {
    if (section.ownsTransport) check(section, judged, report);
  });
}
