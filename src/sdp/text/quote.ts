const longest = 40;
const longestEscaped = 80;

/** The beginning of a text between quotation marks, cut and with what cannot be seen made visible. */
export function quote(text: string): string {
  const visible = text.slice(0, longest).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
  const isCut = text.length > longest || visible.length > longestEscaped;
  return `"${visible.slice(0, longestEscaped)}${isCut ? "…" : ""}"`;
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
