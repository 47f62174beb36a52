/** Numbers that look random, always the same for the same seed and order of calls. */
export interface Random {
  /** An integer from 0 up to but not including the bound, which is 2^32 at most. */
  below(bound: number): number;
  /** So many ice-chars. @see https://www.rfc-editor.org/rfc/rfc8839.html#section-5.4 */
  iceChars(length: number): string;
  /** A UUID of version 4. */
  uuid(): string;
  /** A session id of SDP: the decimal digits of an integer below 2^62. */
  sessionId(): string;
}

/**
 * Makes such numbers: the generator sfc32, warmed up by its seed.
 *
 * @param seed an integer; only its lower 32 bits count
 */
export function createRandom(seed: number): Random {
  let a = seed >>> 0;
  let b = 0x9e3779b9;
  let c = 0x243f6a88;
  let counter = 1;

  function next(): number {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  }
  for (let round = 0; round < 12; round++) next();

  const characters = (alphabet: string, length: number): string => {
    const codes: number[] = [];
    for (let index = 0; index < length; index++) codes.push(alphabet.charCodeAt(next() % alphabet.length));
    return String.fromCharCode(...codes);
  };

  return {
    below: (bound) => next() % bound,
    iceChars: (length) => characters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", length),
    uuid() {
      const digits = characters("0123456789abcdef", 30);
      const variant = characters("89ab", 1);
      const [a, b, c] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 15)];
      return `${a}-${b}-4${c}-${variant}${digits.slice(15, 18)}-${digits.slice(18)}`;
    },
    sessionId: () => String((BigInt(next() >>> 2) << 32n) | BigInt(next())),
  };
}
