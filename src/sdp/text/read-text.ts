import { failure, type Result } from "../../result.ts";
import { complaint, type RuleEntry } from "../rule-entry.ts";
import { knownMistake } from "./explain/not-sdp.ts";
import type { Fault } from "./fault.ts";
import { readLines } from "./read-lines.ts";
import type { ReadingOptions } from "./reader.ts";
import type { SdpLines } from "./sdp-lines.ts";
import { lengthRule, type SyntaxRuleId, syntaxRule } from "./syntax-rules.ts";

/** Reads a description within the bound on its length. What is no text, or too long a text, is a fault of line 1. */
export function readText(text: unknown, options: ReadingOptions): Result<SdpLines, Fault> {
  if (typeof text !== "string") return failure(unread(syntaxRule("S1"), "the SDP is not a string"));
  const { maxSdpLength } = options;
  if (text.length > maxSdpLength) return failure(tooLong(`${text.length} code units, not ${maxSdpLength}`));
  const mistake = knownMistake(text);
  return mistake === null ? readLines(text, options) : failure(mistake);
}

/** The fault of a text that is too long to be read. */
export function tooLong(detail: string): Fault {
  return unread(lengthRule, `${complaint(lengthRule)}: ${detail}`);
}

function unread({ id: rule, reference }: RuleEntry<SyntaxRuleId>, message: string): Fault {
  return { rule, sdpLineNumber: 1, sdpColumn: null, message, reference };
}
