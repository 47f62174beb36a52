import { type Fault, lineFault } from "../fault.ts";
import { type SyntaxRuleId, syntaxRule } from "../syntax-rules.ts";

/** What is passed in place of SDP by mistake: how it begins, the rule that it breaks there, what it is and what to do. */
const mistakes: readonly (readonly [beginning: RegExp, rule: SyntaxRuleId, message: string])[] = [
  [/^$/, "S2", "the text is empty: pass the member sdp of a description"],
  [/^\s+$/, "S1", "the text is empty but for spaces and line ends"],
  [/^\[object /, "S1", "an object made a string: pass its member sdp, or await the promise first"],
  [/^\s*\{/, "S1", "a JSON object: JSON.parse() it, and pass its member sdp"],
  [/^\s*"/, "S1", "a JSON string: JSON.parse() it"],
  [
    /^v=0\\[rn]/,
    "S3",
    "line ends that are the characters \\r\\n, escaped twice: JSON.parse() once more, or replace them",
  ],
];

/** The fault of a text that is taken for SDP by a known mistake; null for any other text. */
export function knownMistake(text: string): Fault | null {
  if (/^v=0[\r\n]/.test(text)) return null;
  const beginning = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  const mistake = mistakes.find(([pattern]) => pattern.test(beginning));
  if (mistake === undefined) return null;
  const [, rule, message] = mistake;
  const at = text === "" ? null : rule === "S3" ? 3 : 0;
  return lineFault({ text, lineStart: 0, sdpLineNumber: 1 }, syntaxRule(rule), { at, message });
}
