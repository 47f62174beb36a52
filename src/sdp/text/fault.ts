import type { Reference } from "../../specifications.ts";
import { complaint, type RuleEntry } from "../rule-entry.ts";
import { quote } from "./quote.ts";
import type { SyntaxRuleId } from "./syntax-rules.ts";
import type { SyntaxWarningId } from "./syntax-warnings.ts";

/** What is wrong with a line, or only odd about it. */
export interface Fault {
  readonly rule: SyntaxRuleId | SyntaxWarningId;
  /** 1-based. */
  readonly sdpLineNumber: number;
  /** 1-based, in UTF-16 code units; null where no single place of the line is wrong. */
  readonly sdpColumn: number | null;
  readonly message: string;
  /** Where the grammar of this very line stands, or else the rule. */
  readonly reference: Reference;
}

/** A line of a text: where it begins, and its number. */
export interface LinePlace {
  readonly text: string;
  readonly lineStart: number;
  /** 1-based. */
  readonly sdpLineNumber: number;
}

/** What is wrong with a line: where in the text, or null for the line as a whole, and in words. */
export interface Problem {
  readonly at: number | null;
  readonly message: string;
}

/** A fault of a line by that rule. The message defaults to the rule, and quotes the line. */
export function lineFault(
  { text, lineStart, sdpLineNumber }: LinePlace,
  rule: RuleEntry<Fault["rule"]>,
  { at, message }: Problem = { at: null, message: complaint(rule) },
  reference: Reference = rule.reference,
): Fault {
  const end = text.indexOf("\n", lineStart);
  const line = text.slice(lineStart, end < 0 ? text.length : end).replace(/\r$/, "");
  return {
    rule: rule.id,
    sdpLineNumber,
    sdpColumn: at === null ? null : at - lineStart + 1,
    message: line === "" ? message : `${message}: ${quote(line)}`,
    reference,
  };
}
