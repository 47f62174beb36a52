import groups from "./groups.json" with { type: "json" };

/** What a test file needs, and so which group it is counted in. */
export const needs = ["API alone", "a track", "ICE, DTLS, SCTP or data channels", "real media"] as const;
export type Need = (typeof needs)[number];

const needOf: ReadonlyMap<string, Need> = new Map(
  needs.flatMap((need) => groups.needs[need].map((file) => [file, need] as const)),
);
const signaling: ReadonlySet<string> = new Set(groups.signaling);

/** The group of a test file; null where it is listed in none. */
export function groupOf(file: string): Need | null {
  return needOf.get(file) ?? null;
}

/** Is it one of the 49 files on signaling in the tree of July 2021? */
export function isSignaling(file: string): boolean {
  return signaling.has(file);
}
