import { type Fault, lineFault } from "./fault.ts";
import { type SyntaxRuleId, syntaxRule } from "./syntax-rules.ts";

/** What is passed in place of SDP by mistake: how it begins, the rule that it breaks there, what it is and what to do. */
const mistakes: readonly (readonly [beginning: RegExp, rule: SyntaxRuleId, message: string])[] = [
  [/^$/, "S2", "the text is empty: expected v=0 and the lines that follow"],
  [/^\s+$/, "S1", "the text is empty but for spaces and line ends: expected v=0 and the lines that follow"],
  [/^\[object Promise\]/, "S1", "a promise that was made a string is no SDP: await it"],
  [/^\[object /, "S1", "an object that was made a string is no SDP: pass its member sdp"],
  [/^\s*\{/, "S1", "a JSON object is no SDP: pass the member sdp of what JSON.parse() makes of it"],
  [/^\s*"/, "S1", "a JSON string is no SDP: pass what JSON.parse() makes of it"],
  [/^v=0\\[rn]/, "S3", "its line ends are the characters \\r\\n: it was escaped twice, replace them by line ends"],
];

/** The fault of a text that is taken for SDP by a known mistake; null for any other text. */
export function knownMistake(text: string): Fault | null {
  if (/^v=0[\r\n]/.test(text)) return null;
  const beginning = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  const [, rule, message] = mistakes.find(([pattern]) => pattern.test(beginning)) ?? [];
  if (rule === undefined || message === undefined) return null;
  const column = rule === "S3" ? 3 : 0;
  const at = text === "" ? null : column;
  return lineFault({ text, lineStart: 0, sdpLineNumber: 1 }, syntaxRule(rule), { at, message });
}
