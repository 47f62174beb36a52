/** A deviation that is known of an implementation: it is counted apart, until it is mended. */
export interface KnownDeviation {
  /** The difference's code, e.g. `refused-implicit-rollback`; with a last `*`, all codes that begin so. */
  readonly code: string;
  /** Why it is put up with: an issue's URL, say. */
  readonly reason: string;
}

/** The reason declared for a difference of that code; null where none is. */
export function reasonFor(declared: readonly KnownDeviation[], code: string): string | null {
  return declared[indexOfKnown(declared, code)]?.reason ?? null;
}

/** Which of the declared deviations a difference of that code is; -1 where it is none. */
export function indexOfKnown(declared: readonly KnownDeviation[], code: string): number {
  return declared.findIndex((known) => covers(known.code, code));
}

function covers(known: string, code: string): boolean {
  return known.endsWith("*") ? code.startsWith(known.slice(0, -1)) : code === known;
}

/** The declared deviations, copied. @throws TypeError where it is no list of codes with reasons */
export function knownDeviationsFrom(declared: unknown): readonly KnownDeviation[] {
  if (declared === undefined) return Object.freeze([]);
  if (!Array.isArray(declared)) throw new TypeError("knownDeviations must be an array");
  return Object.freeze(declared.map(knownDeviationFrom));
}

function knownDeviationFrom(value: unknown): KnownDeviation {
  const { code, reason } = Object(value) as Partial<Record<"code" | "reason", unknown>>;
  if (typeof code !== "string" || code === "" || typeof reason !== "string" || reason === "") {
    throw new TypeError("a known deviation must have a code and a reason, each a string that is not empty");
  }
  return Object.freeze({ code, reason });
}
