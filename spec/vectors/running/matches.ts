import { deepStrictEqual } from "node:assert";

/** Throws unless what is expected is so; members that it does not name are not looked at. */
export function matches(actual: unknown, expected: unknown): void {
  if (typeof expected !== "object" || expected === null || Array.isArray(expected)) {
    deepStrictEqual(actual, expected);
    return;
  }
  const members = typeof actual === "object" && actual !== null ? (actual as Record<string, unknown>) : {};
  for (const [key, value] of Object.entries(expected)) matches(members[key], value);
}
