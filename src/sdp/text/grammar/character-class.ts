/** The classes of ASCII characters that the grammars name: the ranges of each, both ends of one, then of the next; its words. */
const named = {
  digit: ["09", "a digit"],
  letter: ["AZaz", "a letter"],
  /** RFC 8866 §9, what a time may be counted in. */
  unit: ["ddhhmmss", "d, h, m or s"],
  "upper-hex": ["09AF", "0-9 or A-F"],
  hex: ["09AFaf", "a hexadecimal digit"],
  /** RFC 8839 §5.4. */
  "ice-char": ["09AZaz++//", "a letter, digit, + or /"],
  /** The same with what deployed stacks put among it. */
  "deployed-ice-char": ["09AZaz++//--__==##", "a letter, digit, + or /"],
  /** RFC 8842 §4. */
  "tls-id-char": ["09AZaz++//--__", "a letter, digit, +, /, - or _"],
  /** RFC 8851 §10. */
  "rid-char": ["09AZaz--__", "a letter, digit, - or _"],
  "base64-char": ["09AZaz++//==##", "base64"],
  /** RFC 8866 §9. */
  "token-char": ["09AZ^~!!#'*+-.", "a token"],
  /** RFC 6236 §3.1.1, a size or a ratio, or two of them with a dash between. */
  "size-char": ["09--..", "a number"],
  /** The same, what stands between the brackets of a range or a list. */
  "list-char": ["09--..::,,", "a number"],
  /** Whatever is visible: beyond ASCII everything is. */
  vchar: ["!~", "text without spaces"],
} as const;

const names = Object.keys(named);

// The classes of a character are the bits of one number: one look-up answers for all of them.
const classes: number[] = new Array(128).fill(0);
for (const [bit, [ends]] of Object.values(named).entries()) {
  for (let at = 0; at < ends.length; at += 2) {
    for (let code = ends.charCodeAt(at); code <= ends.charCodeAt(at + 1); code++) {
      classes[code] = (classes[code] as number) | (1 << bit);
    }
  }
}

/** The bit of a class. */
export function bitOf(name: string): number {
  return 1 << names.indexOf(name);
}

/** One character of a class, in words. */
export function wordsFor(name: string): string {
  return named[name as keyof typeof named][1];
}

const beyondAscii = bitOf("vchar");

/** Whether the UTF-16 code unit is in the class with that bit. */
export function isIn(code: number, bit: number): boolean {
  return ((code < 128 ? (classes[code] as number) : beyondAscii) & bit) !== 0;
}
