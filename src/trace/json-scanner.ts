/** Reads a JSON text piece by piece, and keeps only what its listener asks for. */
export interface JsonScanner {
  /** Reads on; gives what is wrong, after which nothing more may be pushed. */
  push(text: string): JsonFault | null;
  /** The text ends. */
  end(): JsonFault | null;
}

/** Why scanning ended: for what the text is, or `stopped` by the listener. */
export type JsonFault = "not-json" | "too-deep" | "too-long" | "stopped";

/** What a scanner tells of the objects and lists that are entered. The whole text is the first value. */
export interface JsonListener {
  /**
   * A value begins: what to do with it. What is entered has its own values reported, what is taken is handed over when it
   * has ended, the rest is only checked.
   *
   * @param first its first character
   * @param key its name; null where it is no member
   */
  value(first: string, key: string | null): "enter" | "take" | "skip" | "stop";
  /** A value that is taken has ended. False stops the scanner. */
  taken(text: string): boolean;
  /** An object or list that was entered ends. */
  left(): void;
}

// What may come next.
const value = 0;
const valueOrEnd = 1;
const key = 2;
const keyOrEnd = 3;
const colon = 4;
const commaOrEnd = 5;
const inString = 6;
const inEscape = 7;
const inHex = 8;
const inLiteral = 9;
const wholeText = 10;

const literals = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** A scanner that bounds the depth of the text, and the length of what it keeps. */
export function jsonScanner(bounds: { maxDepth: number; maxLength: number }, listener: JsonListener): JsonScanner {
  /** The ends, } or ], of what is open. */
  const ends: string[] = [];
  let state = value;
  let isKey = false;
  let hexDigits = 0;
  let memberKey: string | null = null;
  /** How much was open when the value began that is taken or skipped; -1 where everything open is entered. */
  let heldAt = -1;
  let isTaking = false;
  // What is kept of the pieces before; in the present piece it goes on from `…From`.
  let kept = "";
  let keptFrom = 0;
  let token = "";
  let tokenFrom = 0;

  function begin(first: string, at: number): JsonFault | null {
    if (heldAt !== -1) return null;
    const treatment = listener.value(first, memberKey);
    memberKey = null;
    if (treatment === "stop") return "stopped";
    if (treatment === "enter" && (first === "{" || first === "[")) return null;
    heldAt = ends.length;
    isTaking = treatment === "take";
    kept = "";
    keptFrom = at;
    return null;
  }

  /** A value has ended before that place. */
  function finish(text: string, at: number, wasOpen: boolean): JsonFault | null {
    state = ends.length === 0 ? wholeText : commaOrEnd;
    if (heldAt === -1 && wasOpen) listener.left();
    if (heldAt !== ends.length) return null;
    heldAt = -1;
    if (!isTaking) return null;
    isTaking = false;
    const whole = kept + text.slice(keptFrom, at);
    kept = "";
    if (whole.length > bounds.maxLength) return "too-long";
    return listener.taken(whole) ? null : "stopped";
  }

  function open(end: string, next: number): JsonFault | null {
    if (ends.length >= bounds.maxDepth) return "too-deep";
    ends.push(end);
    state = next;
    return null;
  }

  /** What stands between strings and literals. */
  function punctuation(text: string, at: number): JsonFault | null {
    const character = text[at] as string;
    switch (character) {
      case " ":
      case "\t":
      case "\n":
      case "\r":
        return null;
      case ",":
        if (state !== commaOrEnd) return "not-json";
        state = ends.at(-1) === "}" ? key : value;
        return null;
      case ":":
        if (state !== colon) return "not-json";
        state = value;
        return null;
      case "}":
      case "]":
        if (state !== commaOrEnd && state !== (character === "}" ? keyOrEnd : valueOrEnd)) return "not-json";
        return ends.pop() === character ? finish(text, at + 1, true) : "not-json";
    }
    if (character === '"' && (state === key || state === keyOrEnd)) {
      isKey = true;
      state = inString;
      token = "";
      tokenFrom = at + 1;
      return null;
    }
    if (state !== value && state !== valueOrEnd) return "not-json";
    const stopped = begin(character, at);
    if (stopped !== null) return stopped;
    if (character === "{") return open("}", keyOrEnd);
    if (character === "[") return open("]", valueOrEnd);
    isKey = false;
    state = character === '"' ? inString : inLiteral;
    token = "";
    tokenFrom = at;
    return null;
  }

  function endString(text: string, at: number): JsonFault | null {
    if (!isKey) return finish(text, at + 1, false);
    state = colon;
    if (heldAt !== -1) return null;
    const raw = token + text.slice(tokenFrom, at);
    if (raw.length > bounds.maxLength) return "too-long";
    memberKey = JSON.parse(`"${raw}"`);
    return null;
  }

  /** The piece ends: what is kept goes on in the next one. */
  function carry(text: string): JsonFault | null {
    if (isTaking) kept += text.slice(keptFrom);
    const isNamed = state >= inString && state <= inHex && isKey && heldAt === -1;
    if (isNamed || state === inLiteral) token += text.slice(tokenFrom);
    keptFrom = 0;
    tokenFrom = 0;
    return kept.length > bounds.maxLength || token.length > bounds.maxLength ? "too-long" : null;
  }

  return {
    push(text) {
      for (let at = 0; at < text.length; at++) {
        let fault: JsonFault | null = null;
        if (state === inString) {
          let code = text.charCodeAt(at);
          while (code !== 0x22 && code !== 0x5c && code >= 0x20) code = text.charCodeAt(++at);
          if (at >= text.length) break;
          if (code === 0x5c) state = inEscape;
          else fault = code === 0x22 ? endString(text, at) : "not-json";
        } else if (state === inEscape) {
          const escaped = text[at] as string;
          state = escaped === "u" ? inHex : inString;
          hexDigits = 0;
          if (!'"\\/bfnrtu'.includes(escaped)) fault = "not-json";
        } else if (state === inHex) {
          if (!/[\da-fA-F]/.test(text[at] as string)) fault = "not-json";
          if (++hexDigits === 4) state = inString;
        } else if (state === inLiteral) {
          const code = text.charCodeAt(at);
          // A literal ends before white space, a comma or a closing bracket.
          if (code <= 0x20 || code === 0x2c || code === 0x5d || code === 0x7d) {
            const isLiteral = literals.test(token + text.slice(tokenFrom, at));
            fault = isLiteral ? finish(text, at, false) : "not-json";
            fault ??= punctuation(text, at);
          }
        } else fault = punctuation(text, at);
        if (fault !== null) return fault;
      }
      return carry(text);
    },
    end: () => (state === wholeText ? null : "not-json"),
  };
}
