import { isDeepStrictEqual } from "node:util";

/** Throws unless everything expected is so; members that are not named are not compared. */
export function matches(actual: unknown, expected: unknown): void {
  if (typeof expected !== "object" || expected === null || Array.isArray(expected)) {
    // Not an AssertionError: composing its message takes longer than all the rest.
    if (!isDeepStrictEqual(actual, expected)) throw new Error(`expected ${inJson(expected)}, found ${inJson(actual)}`);
    return;
  }
  const members = typeof actual === "object" && actual !== null ? (actual as Record<string, unknown>) : {};
  for (const [key, value] of Object.entries(expected)) matches(members[key], value);
}

function inJson(value: unknown): string {
  return JSON.stringify(value) ?? "undefined";
}
