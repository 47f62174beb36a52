import type { Problem } from "../fault.ts";
import { type FurthestFailure, missing } from "../grammar/furthest.ts";
import type { Matcher } from "../grammar/matcher.ts";
import { quote } from "../quote.ts";

/** A value in a text. */
interface Value {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const endOfLine = "the end of the line";

/** Where there is one usual remedy: what a message about that line or attribute must say, and the remedy. */
const remedies: readonly (readonly [subject: string, message: RegExp, remedy: string])[] = [
  ["s=", /./, "write s=-"],
  ["t=", /./, "write t=0 0"],
  ["a=simulcast", /"="/, "leave out rid="],
  ["a=fingerprint", /token/, "begin with the hash function, such as sha-256"],
];

/**
 * What is wrong with a value that its matcher did not read to the end: where the reading stopped, and at what. The
 * subject is what it is the value of: `m=`, `a=mid`.
 */
export function malformed({ text, at, end }: Value, subject: string, matcher: Matcher): Problem {
  const trimmed = at + text.slice(at, end).trimEnd().length;
  if (trimmed < end && matcher(text, at, trimmed) === trimmed) {
    return { at: trimmed, message: "a space at the end of the line: remove it" };
  }
  const furthest: FurthestFailure = { at, expected: [] };
  const after = matcher(text, at, end, furthest);
  if (after >= 0) missing(furthest, after, endOfLine);
  const { at: stop, run } = furthest;
  if (run !== undefined) {
    const isAll = run.at === at && at + run.length === end;
    const what = isAll ? subject : quote(text.slice(run.at, run.at + run.length));
    return { at: stop, message: `${what} has ${run.length} character${run.length > 1 ? "s" : ""}, ${run.limit}` };
  }
  const found = foundAt(
    text.slice(stop, Math.min(end, stop + 99)),
    stop === at || /[^\w.-]/.test(text.charAt(stop - 1)),
  );
  const message = `expected ${furthest.expected.join(", or ")}, found ${found}`;
  const remedy = remedies.find(([name, about]) => name === subject && about.test(message));
  return { at: stop, message: remedy === undefined ? message : `${message}; ${remedy[2]}` };
}

/** What stands at the beginning of the rest of a line: a word, where one begins there, or a character. */
function foundAt(rest: string, isWord: boolean): string {
  if (rest === "") return endOfLine;
  return rest.startsWith(" ")
    ? "a space"
    : quote(/./u.exec(isWord ? "" : rest)?.[0] ?? (rest.split(" ", 1)[0] as string));
}
