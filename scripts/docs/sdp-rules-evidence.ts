// What is known of each SDP rule from outside: what browsers did with its breaches, and how often real descriptions break it.
import { readFileSync } from "node:fs";
import { exceptions } from "../../conformance/rules/exceptions.ts";
import { unsettable } from "../../conformance/rules/unsettable.ts";

interface Verdict {
  readonly verdict: "accepted" | "refused" | "unreached" | "crashed";
  readonly afterwards?: object;
}

interface EvidenceRow {
  readonly id: string;
  readonly rule: string;
  readonly allowed?: string;
  readonly chromium: Verdict;
  readonly firefox: Verdict;
}

interface Evidence {
  readonly browsers: { readonly chromium: string; readonly firefox: string };
  readonly breaches: readonly EvidenceRow[];
}

interface CorpusCounts {
  readonly descriptions: number;
  readonly rules: Readonly<Record<string, { readonly descriptions: number }>>;
}

function keptIn(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../conformance/rules/${name}`, import.meta.url), "utf8"));
}

const evidence = keptIn("evidence.json") as Evidence;
const counts = keptIn("corpus-counts.json") as CorpusCounts;

const breaches = evidence.breaches.filter(({ allowed }) => allowed === undefined);

/** The columns of a rule: Chromium, Firefox, and the real descriptions that break it. */
export function evidenceColumns(rule: string): readonly [chromium: string, firefox: string, real: string] {
  const ofRule = breaches.filter((breach) => breach.rule === rule);
  const real = counts.rules[rule]?.descriptions ?? 0;
  return [inWords(ofRule, "chromium"), inWords(ofRule, "firefox"), real === 0 ? "–" : String(real)];
}

/** Where the columns come from, in a sentence or two. */
export function evidenceNote(): string {
  const { chromium, firefox } = evidence.browsers;
  return (
    `The columns of the browsers say what ${chromium} and ${firefox} did with minimal breaches of the rule, set by ` +
    "`npm run conformance -- --rules`: *accepts*, *refuses*, *fails later* where the description is accepted and the " +
    "browser's own answer to it is not, or how many of several breaches it accepts. *Real* is the number of " +
    `${counts.descriptions} real and test descriptions that break the rule when they are set as a remote offer. Breaches that a ` +
    `browser cannot be brought to, or does not write, are left out. ${Object.entries(unsettable).map(inASentence).join(" ")}`
  );
}

/** The rules whose severity is not the policy's, each with the reason. */
export function exceptionLines(): string[] {
  return Object.entries(exceptions).map(([id, reason]) => `- **${id}** is ${reason}.`);
}

function inASentence([id, reason]: readonly [id: string, reason: string]): string {
  return `No breach of ${id} is set: ${reason}.`;
}

function inWords(rows: readonly EvidenceRow[], browser: "chromium" | "firefox"): string {
  const verdicts = rows.map((breach) => wordFor(breach[browser])).filter((word) => word !== null);
  const [first] = verdicts;
  if (first === undefined) return "–";
  if (verdicts.every((word) => word === first)) return first;
  return `accepts ${verdicts.filter((word) => word === "accepts").length} of ${verdicts.length}`;
}

// Null where the browser could not be brought to that point.
function wordFor(verdict: Verdict): string | null {
  if (verdict.verdict === "refused") return "refuses";
  if (verdict.verdict !== "accepted") return null;
  return verdict.afterwards === undefined ? "accepts" : "fails later";
}
