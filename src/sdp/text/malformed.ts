import type { Problem } from "./fault.ts";
import type { Matcher } from "./grammar/matcher.ts";
import { missing, type Trace } from "./grammar/trace.ts";
import { quote } from "./quote.ts";

/** The usual remedies: what a message about that line or attribute must say for one to be added. */
const remedies: readonly (readonly [subject: string, message: RegExp, remedy: string])[] = [
  ["v=", /./, "write v=0"],
  ["s=", /./, "write s=-"],
  ["t=", /./, "write t=0 0"],
  ["a=simulcast", /found "="/, "write the ids without rid="],
  ["a=fingerprint", /token.*found ":"/, "a hash function such as sha-256 comes first"],
];

const tokenInFull = "a token (letters, digits, !#$%&'*+-.^_`{|}~)";
const END_OF_LINE = "the end of the line";

/** A value in a text. */
interface Value {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/**
 * What is wrong with a value that its matcher did not read to the end: where the reading stopped, and at what. The
 * subject is what it is the value of: `m=`, `a=mid`.
 */
export function malformed(value: Value, subject: string, matcher: Matcher): Problem {
  const { text, at, end } = value;
  const trimmed = endWithoutSpaces(value);
  if (trimmed < end && matcher(text, at, trimmed) === trimmed) {
    return { at: trimmed, message: "the line ends with a space: remove it" };
  }
  const trace: Trace = { at, expected: [], run: null };
  const after = matcher(text, at, end, trace);
  if (after >= 0) missing(trace, after, END_OF_LINE);
  const message = trace.run === null ? expectation(value, trace) : wrongLength(value, subject, trace.run);
  const [, , usual] = remedies.find(([name, about]) => name === subject && about.test(message)) ?? [];
  const remedy = usual ?? (trace.at === at && text.startsWith(" ", at) && at < end ? "remove it" : undefined);
  return { at: trace.at, message: remedy === undefined ? message : `${message}; ${remedy}` };
}

function expectation({ text, at, end }: Value, trace: Trace): string {
  const isWhole = trace.at === at || " :/,;=".includes(text.charAt(trace.at - 1));
  const rest = text.slice(trace.at, Math.min(end, trace.at + 100));
  const [found = ""] = (isWhole ? /^[^ ]+/ : /^./u).exec(rest) ?? [];
  const words = rest === "" ? END_OF_LINE : rest.startsWith(" ") ? "a space" : quote(found);
  const list = trace.expected.join(", or ");
  const isOther = words !== END_OF_LINE && words !== "a space";
  return `expected ${isOther ? list.replace("a token", () => tokenInFull) : list}, found ${words}`;
}

function wrongLength({ text, at, end }: Value, subject: string, run: NonNullable<Trace["run"]>): string {
  const isAll = run.at === at && run.at + run.length === end;
  const what = isAll ? subject : quote(text.slice(run.at, run.at + run.length));
  return `${what} has ${run.length} character${run.length === 1 ? "" : "s"}, ${run.problem}`;
}

function endWithoutSpaces({ text, at, end }: Value): number {
  let trimmed = end;
  while (trimmed > at && text.charAt(trimmed - 1) === " ") trimmed--;
  return trimmed;
}
