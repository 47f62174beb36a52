import type { Step } from "../oracle/verdict/step.ts";

/** A count with its noun: `1 error`, `2 errors`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/**
 * A text from a stranger, with its control characters made visible: a dump must not steer the terminal, or turn the text
 * around it.
 */
export function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|\p{Cs}|[\u2028\u2029]/gu, visibleCharacter);
}

/** A character as its code: `\u{1b}`. */
export function visibleCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A call with the type of its description. */
export function callText({ call, type }: Pick<Step, "call" | "type">): string {
  return call === "close" ? "close()" : `${call}(${type ?? ""})`;
}
