/** A value as JSON in printable characters: controls and what changes the direction of text are codeUnitEscapes. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  // Nearly all is ASCII, and that is found quickly.
  return /[^\x20-\x7e]/.test(text) ? text.replace(/\p{Cc}|\p{Cf}|[\u2028\u2029]/gu, codeUnitEscapes) : text;
}

function codeUnitEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }).join("");
}
