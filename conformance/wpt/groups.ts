import groups from "./groups.json" with { type: "json" };

/** What a test file needs: each file is in one of these groups. */
const needs = ["API alone", "a track", "ICE, DTLS, SCTP or data channels", "real media"] as const;

const signaling = ["signaling, July 2021", "signaling, newer"] as const;

/** A group of test files. */
export interface Group {
  readonly name: string;
  has(file: string): boolean;
}

function groupOf(name: string, files: readonly string[]): Group {
  const set = new Set(files);
  return { name, has: (file) => set.has(file) };
}

const byNeed = needs.map((need) => groupOf(need, groups.needs[need]));

/** The groups that are counted: the files on signaling, which are among those that follow; those by what they need; all. */
export const allGroups: readonly Group[] = [
  ...signaling.map((name) => groupOf(name, groups[name])),
  ...byNeed,
  groupOf("API alone or a track", [...groups.needs["API alone"], ...groups.needs["a track"]]),
  { name: "in no group", has: (file) => !byNeed.some((group) => group.has(file)) },
  { name: "all", has: () => true },
];
