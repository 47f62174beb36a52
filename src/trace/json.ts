/** What a JSON text says; undefined where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Is it a JSON object, rather than an array or anything else? */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const quotationMark = 0x22;
const comma = 0x2c;
const backslash = 0x5c;

/** How much structure a JSON text may have. */
export interface JsonBounds {
  /** How deep objects and lists may lie in each other. */
  readonly maxDepth: number;
  /** How many commas and opening brackets there may be, in all. */
  readonly maxValues: number;
}

/** Do objects and lists of a text lie in each other deeper than that? */
export function isDeeperThan(maxDepth: number, text: string): boolean {
  return excessIn(text, { maxDepth, maxValues: Number.POSITIVE_INFINITY }) !== null;
}

/**
 * Which bound a text exceeds, strings apart. Asked before the text is parsed: a parser takes some 25 times the length of
 * many values, and 70 times that of brackets.
 */
export function excessIn(text: string, { maxDepth, maxValues }: JsonBounds): keyof JsonBounds | null {
  if (!hasMore("[{", maxDepth, text) && (maxValues >= text.length || !hasMore("[{,", maxValues, text))) return null;
  let depth = 0;
  let values = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === backslash) at++;
      else if (code === quotationMark) inString = false;
    } else if (code === quotationMark) inString = true;
    // [ and {, ] and }
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > maxDepth) return "maxDepth";
      if (++values > maxValues) return "maxValues";
    } else if (code === 0x5d || code === 0x7d) depth--;
    else if (code === comma && ++values > maxValues) return "maxValues";
  }
  return null;
}

/** Does a text hold more of some characters together than that? That is found much faster than where they stand. */
function hasMore(characters: string, count: number, text: string): boolean {
  let left = count;
  for (const character of characters) {
    for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) {
      if (--left < 0) return true;
    }
  }
  return false;
}
