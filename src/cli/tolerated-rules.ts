import { printable } from "../report/words.ts";
import { sdpRules } from "../sdp/rules/sdp-rules.ts";

/** Why the rules that `--tolerate` names cannot all be tolerated, in a line; null where they can. */
export function unusableTolerance(ids: readonly string[]): string | null {
  for (const id of ids) {
    const rule = sdpRules.find((entry) => entry.id === id);
    if (rule === undefined) return `there is no rule ${printable(id)} to tolerate: docs/sdp-rules.md lists the rules`;
    if (!rule.tolerable) return `the rule ${id} cannot be tolerated: a text that breaks it cannot be read`;
  }
  return null;
}
