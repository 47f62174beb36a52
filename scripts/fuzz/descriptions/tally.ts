import { sdpRules } from "../../../src/entries/sdp.ts";

type MediaKind = "verdict" | "state" | "rule";

/** What came up how often. */
export class Tally {
  readonly #counts: Readonly<Record<MediaKind, Map<string, number>>> = {
    verdict: new Map(),
    state: new Map(),
    rule: new Map(),
  };

  count(kind: MediaKind, name: string): void {
    const counts = this.#counts[kind];
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }

  /** A line or two for each kind. */
  lines(): string[] {
    const { verdict, state, rule } = this.#counts;
    const rules = sdpRules.map(({ id }) => id);
    const never = rules.filter((id) => !rule.has(id));
    return [
      `verdicts: ${listed(verdict, [...verdict.keys()].sort())}`,
      `states before: ${listed(state, [...state.keys()].sort())}`,
      `findings by rule: ${listed(rule, rules)}`,
      `rules that never came up: ${never.length === 0 ? "none" : never.join(" ")}`,
    ];
  }
}

function listed(counts: ReadonlyMap<string, number>, names: readonly string[]): string {
  return names.flatMap((name) => (counts.has(name) ? [`${name} ${counts.get(name)}`] : [])).join(", ");
}
