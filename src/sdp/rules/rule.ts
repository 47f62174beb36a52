import type { BundleGroup, Sdp, Section } from "../description/description.ts";
import { type RuleEntry, ruleEntry, type Severity } from "../rule-entry.ts";
import type { JudgedDescription } from "./judged-description.ts";

/** Something on a line, an attribute or a BUNDLE group; null for the section's m= line. */
export type Place = { readonly sdpLineNumber: number } | null | undefined;

/**
 * Reports that a rule is broken: in which section (null: in the session part), on which line, and what the summary
 * does not state.
 */
export type ReportBreach = (section: Section | null, place?: Place, detail?: string) => void;

/** Reports whatever breaks a rule; allocates nothing where nothing does. */
export type CheckContent = (judged: JudgedDescription, report: ReportBreach) => void;

/** A rule on what a description says. */
export interface ContentRule<Id extends string = string> extends RuleEntry<Id> {
  readonly check: CheckContent;
}

/** A rule on what a description says. */
export function rule<Id extends string>(
  id: Id,
  severity: Severity,
  place: string,
  summary: string,
  check: CheckContent,
): ContentRule<Id> {
  return { ...ruleEntry(id, severity, place, summary), check };
}

/** A rule on each media section that is not rejected: a rejected one may omit nearly everything, RFC 3264 §8.2. */
export function eachLiveSection(
  check: (section: Section, judged: JudgedDescription, report: ReportBreach) => void,
): CheckContent {
  return (judged, report) => {
    for (const section of judged.sdp.sections) if (!section.rejected) check(section, judged, report);
  };
}

/** Each live section of a BUNDLE group, with the notes on its group, which begin empty. */
export function* bundledSections<Notes>(sdp: Sdp, emptyNotes: () => Notes): Generator<[Section, Notes]> {
  const notesOf = new Map<BundleGroup, Notes>();
  for (const section of sdp.sections) {
    if (section.rejected || section.bundle === null) continue;
    const notes = notesOf.get(section.bundle) ?? emptyNotes();
    notesOf.set(section.bundle, notes);
    yield [section, notes];
  }
}

/** A rule on each transport owner. */
export function eachTransport(
  check: (owner: Section, judged: JudgedDescription, report: ReportBreach) => void,
): CheckContent {
  return eachLiveSection((section, judged, report) => {
    if (section.ownsTransport) check(section, judged, report);
  });
}
