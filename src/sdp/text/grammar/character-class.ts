/** The classes of ASCII characters that the grammars name, each as its ranges: both ends of one, then of the next. */
const ranges = {
  digit: "09",
  letter: "AZaz",
  /** RFC 8866 §9, what a time may be counted in. */
  unit: "ddhhmmss",
  "upper-hex": "09AF",
  hex: "09AFaf",
  /** RFC 8839 §5.4. */
  "ice-char": "09AZaz++//",
  /** The same, with what deployed stacks use besides. */
  "deployed-ice-char": "09AZaz++//--__==##",
  /** RFC 8842 §4. */
  "tls-id-char": "09AZaz++//--__",
  /** RFC 8851 §10. */
  "rid-char": "09AZaz--__",
  "base64-char": "09AZaz++//==##",
  /** RFC 8866 §9. */
  "token-char": "09AZ^~!!#'*+-.",
  /** RFC 6236 §3.1.1, a size or a ratio, or two of them with a dash between. */
  "size-char": "09--..",
  /** The same, what stands between the brackets of a range or a list. */
  "list-char": "09--..::,,",
  /** Whatever is visible: beyond ASCII everything is. */
  vchar: "!~",
} as const;

const names = Object.keys(ranges);

// The classes of a character are the bits of one number: one look-up answers for all of them.
const classes: number[] = new Array(128).fill(0);
for (const [bit, ends] of Object.values(ranges).entries()) {
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

const beyondAscii = bitOf("vchar");

/** Whether the UTF-16 code unit is in the class with that bit. */
export function isIn(code: number, bit: number): boolean {
  return ((code < 128 ? (classes[code] as number) : beyondAscii) & bit) !== 0;
}
