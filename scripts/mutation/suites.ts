// Which files of the tests are run against a mutant.
import { globSync } from "node:fs";
import { join } from "node:path";

/**
 * `spec` and `property-tests` judge the state machine, without what tests SDP on its own; `spec/sdp` is the tables of
 * descriptions that break one rule each; `connection` is all that tests the connection.
 */
export type Suite = "spec" | "property-tests" | "spec/sdp" | "connection";

export const suites = ["spec", "property-tests", "spec/sdp", "connection"] as const satisfies Suite[];

// What knows right from wrong comes first, as a run ends at the first failure. Generated pages and the vectors are left
// out: they notice any change at all.
const globs: Readonly<Record<Suite, readonly string[]>> = {
  spec: ["spec/rfc9429/3.2-state-machine.spec.ts", "spec/webrtc-pc/*.spec.ts", "spec/contract/*.spec.ts"],
  "property-tests": ["property-tests/session.spec.ts", "property-tests/*.spec.ts"],
  "spec/sdp": [
    "spec/rfc9429/5.8-{content,warnings}.spec.ts",
    "spec/rfc8866/*.spec.ts",
    "spec/webrtc-pc/set-description-order-of-sdp-checks.spec.ts",
  ],
  connection: [
    "spec/webrtc-pc/connection/*.spec.ts",
    "spec/contract/connection.spec.ts",
    "property-tests/connection.spec.ts",
    "spec/exploration/*.spec.ts",
  ],
};

const sdpOnItsOwn = /^spec\/contract\/sdp-r|^property-tests\/sdp-/;

const root = join(import.meta.dirname, "../..");

/** The files of that suite, from the project's root, in the order in which they are run. */
export function filesOf(suite: Suite): readonly string[] {
  const found = globs[suite].flatMap((glob) => globSync(glob, { cwd: root }).sort());
  return [...new Set(found.map((path) => path.replaceAll("\\", "/")))].filter((path) => !sdpOnItsOwn.test(path));
}
