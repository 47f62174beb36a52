import { failure, type Result } from "../../result.ts";
import { complaint, type RuleEntry } from "../rule-entry.ts";
import { knownMistake } from "./explain/not-sdp.ts";
import type { Fault } from "./fault.ts";
import { readLines } from "./read-lines.ts";
import type { ReadingOptions } from "./reader.ts";
import type { SdpLines } from "./sdp-lines.ts";
import { lengthRule, type SyntaxRuleId, syntaxRule } from "./syntax-rules.ts";

/** Reads a description within the bound on its length. */
export function readText(text: unknown, options: ReadingOptions): Result<SdpLines, Fault> {
  const fault = unreadable(text, options);
  return fault === null ? readLines(text as string, options) : failure(fault);
}

/** What is no text, too long, or something else than SDP by a known mistake is a fault of line 1, and is not read. */
export function unreadable(text: unknown, { maxSdpLength }: ReadingOptions): Fault | null {
  if (typeof text !== "string") return unread(syntaxRule("S1"), "the SDP is not a string");
  return text.length > maxSdpLength ? tooLong(`${text.length} code units, not ${maxSdpLength}`) : knownMistake(text);
}

/** The fault of a text that is too long to be read. */
export function tooLong(detail: string): Fault {
  return unread(lengthRule, `${complaint(lengthRule)}: ${detail}`);
}

function unread({ id: rule, reference }: RuleEntry<SyntaxRuleId>, message: string): Fault {
  return { rule, sdpLineNumber: 1, sdpColumn: null, message, reference };
}
