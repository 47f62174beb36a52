const longest = 40;
const longestEscaped = 80;

/** The beginning of a text between quotation marks, cut and with what cannot be seen made visible. */
export function quote(text: string): string {
  return `"${cut(cut(text, longest).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped), longestEscaped)}"`;
}

/** So much of a text at most, in UTF-16 code units, with a mark where it goes on. No character is cut in two. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…` : text;
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
