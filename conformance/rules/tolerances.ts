import type { Evidence } from "./evidence.ts";
import type { Verdict } from "./verdict.ts";

/** What the list is made of, of a rule of the library. */
export interface WeighedRule {
  readonly id: string;
  readonly severity: string;
  /** Whether `tolerate` takes it. */
  readonly tolerable: boolean;
}

/**
 * The error rules that both Chromium and Firefox let pass, in the order of the rules: of at least one breach of each, both accept
 * the description, and where it is an offer set their own answer to it. A session that tolerates them refuses nothing that both
 * browsers get along with.
 */
export function deployedTolerances({ breaches }: Evidence, rules: readonly WeighedRule[]): readonly string[] {
  const passed = breaches.filter(({ allowed, chromium, firefox }) => {
    return allowed === undefined && letsPass(chromium) && letsPass(firefox);
  });
  const ids = new Set(passed.map(({ rule }) => rule));
  return rules
    .filter(({ id, severity, tolerable }) => severity === "error" && tolerable && ids.has(id))
    .map(({ id }) => id);
}

function letsPass(verdict: Verdict): boolean {
  return verdict.verdict === "accepted" && verdict.afterwards === undefined;
}
