// `node conformance/rules/table.ts`: the evidence and the severities that follow from it, as a Markdown table.
import { readEvidence } from "./evidence.ts";
import { groundOf, severityOf } from "./grounds.ts";
import type { Verdict } from "./verdict.ts";

function words(verdict: Verdict): string {
  if (verdict.verdict === "crashed") return "crashes";
  if (verdict.verdict === "accepted") {
    return verdict.afterwards === undefined ? "accepts" : `accepts, then ${verdict.afterwards.error}`;
  }
  return verdict.verdict === "refused" ? verdict.error : `– (${verdict.error})`;
}

console.log("| rule | breach | set as | Chromium | Firefox | policy | ground |");
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const row of readEvidence().breaches) {
  const { rule, title, on, allowed, chromium, firefox } = row;
  const [severity, source] =
    allowed === undefined
      ? [severityOf(groundOf(row), [chromium, firefox], /-own\b/.test(row.id)), groundOf(row).source]
      : ["passes", allowed];
  const change = row.change === undefined ? "" : `, ${row.change}`;
  console.log(`| ${[rule, title, on + change, words(chromium), words(firefox), severity, source].join(" | ")} |`);
}
