import type { ExploreOptions } from "../../../src/entries/testing.ts";

/** Browsers accept local descriptions that were modified, and these libraries modify them. */
export const asInBrowsers = {
  profile: { name: "as in browsers", rollbackFromPranswer: false, implicitRollback: true, modificationCheck: "off" },
} as const satisfies ExploreOptions;
