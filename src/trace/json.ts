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
const backslash = 0x5c;

/**
 * Do objects and lists of a text lie in each other deeper than that? Asked before the text is parsed: a parser takes
 * some 70 times the length of brackets.
 */
export function isDeeperThan(maxDepth: number, text: string): boolean {
  if (!hasMore("[", "{", maxDepth, text)) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === backslash) at++;
      else if (code === quotationMark) inString = false;
    } else if (code === quotationMark) inString = true;
    // [ and {, ] and }
    else if ((code === 0x5b || code === 0x7b) && ++depth > maxDepth) return true;
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

/** Does a text hold more of two characters together than that? That is found much faster than how deep it is. */
function hasMore(one: string, other: string, count: number, text: string): boolean {
  let left = count;
  for (const character of [one, other]) {
    for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) {
      if (--left < 0) return true;
    }
  }
  return false;
}
