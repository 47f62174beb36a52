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

/** A fault of a line by that rule. The message defaults to the rule, and quotes the line. */
export function lineFault(
  { text, lineStart, sdpLineNumber }: LinePlace,
  rule: RuleEntry<Fault["rule"]>,
  message?: string,
  reference?: Reference,
): Fault {
  const end = text.indexOf("\n", lineStart);
  const line = text.slice(lineStart, end < 0 ? text.length : end);
  return {
    rule: rule.id,
    sdpLineNumber,
    message: `${message ?? complaint(rule)}: ${quote(line.endsWith("\r") ? line.slice(0, -1) : line)}`,
    reference: reference ?? rule.reference,
  };
}
