import { codeMeanings } from "../../messages/code-meanings.ts";
import type { KnownMessage } from "../../messages/known-message.ts";
import { messageIn, messagesOfCode, messagesOfRule } from "../../messages/known-messages.ts";
import { deployedTolerances } from "../../sdp/rules/deployed-tolerances.generated.ts";
import { type SdpRule, sdpRules } from "../../sdp/rules/sdp-rules.ts";
import { lengthRule, syntaxRules } from "../../sdp/text/syntax-rules.ts";
import { type RejectionCodeEntry, rejectionCodes } from "../../session/rejection/rejection-codes.ts";
import { see } from "./see.ts";

/** What can be explained: a title, and what is to be said of it. */
export interface Subject {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The names of the rules and codes. */
export const subjectNames: readonly string[] = [
  ...sdpRules.map(({ id }) => id),
  ...rejectionCodes.map(({ code }) => code),
];

/** The rule or code of that name, or the message that the text holds; null where nothing is known of it. */
export function subjectNamed(text: string): Subject | null {
  const rule = sdpRules.find(({ id }) => id === text.toUpperCase());
  if (rule !== undefined) return ruleSubject(rule);
  const code = rejectionCodes.find((entry) => entry.code === text.toLowerCase());
  if (code !== undefined) return codeSubject(code);
  const message = messageIn(text);
  return message === null ? null : messageSubject(message);
}

function ruleSubject({ id, severity, summary, reference, tolerable }: SdpRule): Subject {
  const isError = severity === "error";
  const verdict = isError
    ? `error, a description that breaks it is refused with ${refusalBy(id)}`
    : `${severity}, it refuses nothing`;
  const inBrowsers = deployedTolerances.some((name) => name === id)
    ? ["Chromium and Firefox both let it pass: it is among deployedTolerances"]
    : [];
  const remedy =
    tolerable && isError
      ? [`to do: change what writes the SDP; until then, --tolerate ${id} or the option tolerate makes it a warning`]
      : isError
        ? ["to do: change what writes the SDP; the rule cannot be tolerated"]
        : [];
  return {
    title: `rule ${id}: ${summary}`,
    lines: [`severity: ${verdict}`, ...inBrowsers, ...remedy, ...messageLines(messagesOfRule(id)), see(reference)],
  };
}

function refusalBy(id: string): string {
  if (id === lengthRule.id) return "OperationError";
  return syntaxRules.some((rule) => rule.id === id) ? "RTCError" : "InvalidAccessError";
}

function codeSubject({ code, error, reference }: RejectionCodeEntry): Subject {
  const { means, causes, remedies } = codeMeanings[code];
  return {
    title: `code ${code}: ${error}`,
    lines: [
      means,
      ...labelled("usual cause", causes),
      ...labelled("to do", remedies),
      ...messageLines(messagesOfCode(code)),
      see(reference),
    ],
  };
}

function messageSubject({ message, sources, error, means, causes, remedies, codes, rules }: KnownMessage): Subject {
  const here = [...codes, ...rules.map((id) => `rule ${id}`)];
  const references = [
    ...rejectionCodes.filter(({ code }) => codes[0] === code && code !== "sdp-not-acceptable"),
    ...sdpRules.filter(({ id }) => rules[0] === id),
  ].map(({ reference }) => see(reference));
  return {
    title: `message: ${message}`,
    lines: [
      `from: ${sources.join(", ")} (${error})`,
      means,
      ...labelled("usual cause", causes),
      ...labelled("to do", remedies),
      ...(here.length === 0 ? [] : [`here: ${here.join(", ")}`]),
      ...references,
    ],
  };
}

function messageLines(messages: readonly KnownMessage[]): readonly string[] {
  return messages.map(({ message, sources }) => `message: ${message} (${sources.join(", ")})`);
}

function labelled(label: string, sentences: readonly string[]): readonly string[] {
  return sentences.map((sentence) => `${label}: ${sentence}`);
}
