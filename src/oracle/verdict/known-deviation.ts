import { failure, type Result, success } from "../../result.ts";

/** A deviation that is known of an implementation: it is counted apart, until it is mended. */
export interface KnownDeviation {
  /** The difference's code, e.g. `refused-implicit-rollback`; a `*` at the end stands for all codes that begin so. */
  readonly code: string;
  /** Why the deviation is accepted for now: the URL of an issue, for example. */
  readonly reason: string;
}

/** The reason declared for a difference of that code; null where the code is not declared. */
export function reasonFor(declared: readonly KnownDeviation[], code: string): string | null {
  return declared[indexOfKnown(declared, code)]?.reason ?? null;
}

/** The index of the declared deviation that a difference of that code is; -1 where the code is not declared. */
export function indexOfKnown(declared: readonly KnownDeviation[], code: string): number {
  return declared.findIndex((known) => covers(known.code, code));
}

function covers(known: string, code: string): boolean {
  return known.endsWith("*") ? code.startsWith(known.slice(0, -1)) : code === known;
}

/** The declared deviations, copied; where the value is not a list of codes with reasons, a clause that says so. */
export function knownDeviationsFrom(declared: unknown): Result<readonly KnownDeviation[]> {
  if (declared === undefined) return success(Object.freeze([]));
  if (!Array.isArray(declared)) return failure("knownDeviations must be an array");
  const copies = Array.from(declared, copyOf);
  if (copies.every((copy) => copy !== null)) return success(Object.freeze(copies));
  const place = `knownDeviations[${copies.indexOf(null)}] has not`;
  return failure(`a known deviation must have a code and a reason, each a string that is not empty: ${place}`);
}

function copyOf(value: unknown): KnownDeviation | null {
  const { code, reason } = Object(value) as Partial<Record<"code" | "reason", unknown>>;
  const isUsable = typeof code === "string" && code !== "" && typeof reason === "string" && reason !== "";
  return isUsable ? Object.freeze({ code, reason }) : null;
}
