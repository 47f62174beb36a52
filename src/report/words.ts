/** A count with its noun: `1 error`, `2 errors`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** A text from a stranger, with its control characters made visible: a dump must not steer the terminal or turn a text around. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|\p{Cs}|[\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}
