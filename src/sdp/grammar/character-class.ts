// A character's classes are bits of one number, so that asking for several classes is asking once.
const classes: number[] = new Array(128).fill(0);
let bits = 0;

/** A new class of the ASCII characters in the given ranges, each written as its two ends. */
function classOf(...ranges: string[]): number {
  const bit = 1 << bits++;
  for (const range of ranges) {
    for (let code = range.charCodeAt(0); code <= range.charCodeAt(1); code++) {
      classes[code] = (classes[code] ?? 0) | bit;
    }
  }
  return bit;
}

export const DIGIT = classOf("09");
export const UPPER_HEX = classOf("AF");
export const LOWER_HEX = classOf("af");
export const LETTER = classOf("AZ", "az");
/** The rest of ice-char, RFC 8839 §5.4. */
const PLUS_SLASH = classOf("++", "//");
const DASH_UNDERSCORE = classOf("--", "__");
const EQUALS_HASH = classOf("==", "##");

export const ALPHANUMERIC = LETTER | DIGIT;
export const ICE_CHAR = ALPHANUMERIC | PLUS_SLASH;
/** What deployed stacks put among ice-char. */
export const TOLERATED_ICE_CHAR = ICE_CHAR | DASH_UNDERSCORE | EQUALS_HASH;
/** RFC 8842 §4. */
export const TLS_ID_CHAR = ALPHANUMERIC | PLUS_SLASH | DASH_UNDERSCORE;
/** RFC 8851 §10. */
export const RID_CHAR = ALPHANUMERIC | DASH_UNDERSCORE;
export const BASE64_CHAR = ALPHANUMERIC | PLUS_SLASH | EQUALS_HASH;
/** RFC 8866 §9, token-char. */
export const TOKEN_CHAR = classOf("!!", "#'", "*+", "-.", "09", "AZ", "^~");
/** RFC 6236 §3.1.1, a size or a ratio, or two of them with a dash between. */
export const IMAGE_NUMBER_CHAR = DIGIT | classOf("..", "--");
/** The same, what stands between the brackets of a range or a list. */
export const IMAGE_LIST_CHAR = IMAGE_NUMBER_CHAR | classOf("::", ",,");
/** RFC 8866 §9, non-ws-string: whatever is visible. */
export const VISIBLE = classOf("!~");

/** Whether the UTF-16 code unit is in one of the classes. */
export function isIn(code: number, wanted: number): boolean {
  return ((code < 128 ? (classes[code] as number) : VISIBLE) & wanted) !== 0;
}
