// What this library says to a breach, so that each breaks what it is meant to break and nothing else.
import { checkSdp } from "../../src/entries/sdp.ts";
import type { Breach } from "./breach.ts";
import type { Attempt } from "./page/attempt.ts";

type Finding = ReturnType<typeof checkSdp>[number];

function findingsOf({ description: { type, sdp }, side, slots }: Attempt): readonly Finding[] {
  return checkSdp(sdp, { type, side, session: slots as never });
}

function keyOf({ rule, message, mLineIndex }: Finding): string {
  return [rule, message, mLineIndex].join("\n");
}

/**
 * Warnings that an edit may bring about without being of them: a section that becomes a transport of its own lacks a tls-id,
 * an offer made by hand a mid, and what is set twice a new version.
 */
const unrelated: ReadonlySet<string> = new Set(["W1", "W2", "W9"]);

/** The rules that the edited description breaks and the unedited one does not; where nothing was edited, all that it breaks. */
function brokenRules({ rule }: Breach, control: Attempt, edited: Attempt): readonly Finding[] {
  const findings = findingsOf(edited).filter((finding) => finding.rule === rule || !unrelated.has(finding.rule));
  const before = isUnedited(edited) ? [] : findingsOf(control).map(keyOf);
  return findings.filter((finding) => {
    const at = before.indexOf(keyOf(finding));
    if (at >= 0) before.splice(at, 1);
    return at < 0;
  });
}

function isUnedited({ description, unedited }: Attempt): boolean {
  return description.sdp === unedited;
}

/** What is wrong with a breach by what the library finds in it; null where it breaks its rule and no other. */
export function complaintAbout(breach: Breach, control: Attempt, edited: Attempt): string | null {
  const { rule, allowed, besides = [] } = breach;
  const wrong = isUnedited(edited) ? [] : errorsOf(findingsOf(control)).filter((one) => !besides.includes(one));
  if (wrong.length > 0) return `the unedited description breaks ${wrong.join()}`;
  const found = brokenRules(breach, control, edited).filter((finding) => !besides.includes(finding.rule));
  const own = found.find((finding) => finding.rule === rule);
  if (allowed !== undefined)
    return own === undefined ? complaintAboutOthers(found, rule) : `found ${rule}, which it is not`;
  if (own === undefined) return `found ${errorsOf(found)[0] ?? "nothing"} first, expected ${rule}`;
  const [first = rule] = own.severity === "error" ? errorsOf(found) : [];
  return first === rule ? complaintAboutOthers(found, rule) : `found ${first} first, expected ${rule}`;
}

function complaintAboutOthers(found: readonly Finding[], rule: string): string | null {
  const others = errorsOf(found).filter((one) => one !== rule);
  return others.length > 0 ? `it breaks ${others.join()} besides` : null;
}

function errorsOf(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
}
