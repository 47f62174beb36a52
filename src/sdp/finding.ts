import type { Reference } from "../specifications.ts";
import type { Section } from "./description/description.ts";
import { complaint, type RuleEntry, type Severity } from "./rule-entry.ts";
import type { Place, ReportBreach } from "./rules/rule.ts";
import type { SdpRuleId } from "./rules/sdp-rules.ts";
import type { Fault } from "./text/fault.ts";
import { cut } from "./text/quote.ts";
import { lengthRule } from "./text/syntax-rules.ts";

const mostOfMid = 100;

/** One thing that is wrong or odd about a description. */
export interface Finding {
  readonly severity: Severity;
  /** The error that a call with this description would be rejected with; null for a warning or a note. */
  readonly error: "RTCError" | "InvalidAccessError" | "OperationError" | null;
  /** The id of the rule, one of `sdpRules`. */
  readonly rule: SdpRuleId;
  /** For people: what was found, and what was expected. */
  readonly message: string;
  /** The line at fault, 1-based; null where no line is. */
  readonly sdpLineNumber: number | null;
  /** 1-based, in UTF-16 code units; null where no single place of the line is wrong. */
  readonly sdpColumn: number | null;
  /** Of the media section, from 0. */
  readonly mLineIndex: number | null;
  /** The mid of that media section, cut after 100 characters; null where it has none. */
  readonly mid: string | null;
  /** Where the rule stands. */
  readonly reference: Reference;
}

/** Text that is not SDP, is too long to be read, or has an odd line. */
export function syntaxFinding(fault: Fault, section: Section | null, severity: Finding["severity"]): Finding {
  const { rule: id, reference, message } = fault;
  const [error, place] = id === lengthRule.id ? (["OperationError", null] as const) : (["RTCError", fault] as const);
  return finding(severity, error, { id, reference }, message, section, place);
}

/** SDP that is not acceptable, or is odd: the rule, and where it is broken. */
export function contentFinding(
  rule: RuleEntry,
  severity: Finding["severity"],
  ...[section, place, detail]: Parameters<ReportBreach>
): Finding {
  const message = detail ? `${complaint(rule)}: ${detail}` : complaint(rule);
  return finding(severity, "InvalidAccessError", rule, message, section, place ?? section);
}

function finding(
  severity: Finding["severity"],
  error: Finding["error"],
  { id: rule, reference }: Pick<RuleEntry<SdpRuleId>, "id" | "reference">,
  message: string,
  section: Section | null,
  place: Place | Fault,
): Finding {
  return Object.freeze({
    severity,
    error: severity === "error" ? error : null,
    rule,
    message,
    sdpLineNumber: place?.sdpLineNumber ?? null,
    sdpColumn: place && "sdpColumn" in place ? place.sdpColumn : null,
    mLineIndex: section?.index ?? null,
    mid: section?.mid ? cut(section.mid, mostOfMid) : null,
    reference,
  });
}
