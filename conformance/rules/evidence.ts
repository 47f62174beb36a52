import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Breach } from "./breach.ts";
import type { Verdict } from "./verdict.ts";

/** A breach and what the browsers did with it. */
export interface EvidenceRow {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly on: string;
  readonly base: string;
  readonly change?: string;
  /** Why the specifications allow it: then it is no breach, but a neighbour of one. */
  readonly allowed?: string;
  readonly chromium: Verdict;
  readonly firefox: Verdict;
}

/** evidence.json. */
export interface Evidence {
  readonly browsers: { readonly chromium: string; readonly firefox: string };
  readonly breaches: readonly EvidenceRow[];
}

const file = fileURLToPath(new URL("evidence.json", import.meta.url));

/** The evidence as it was kept. */
export function readEvidence(): Evidence {
  return JSON.parse(readFileSync(file, "utf8")) as Evidence;
}

/** Keeps the evidence. */
export function writeEvidence(evidence: Evidence): void {
  writeFileSync(file, `${JSON.stringify(evidence, null, 2)}\n`);
}

/** Puts together what the browsers did, in the order of the breaches. Each browser has a verdict on each breach. */
export function evidenceOf(breaches: readonly Breach[], chromium: BrowserVerdicts, firefox: BrowserVerdicts): Evidence {
  const rows = breaches.map(({ id, rule, title, on, base, change, allowed }) => ({
    id,
    rule,
    title,
    on,
    base,
    ...(change === undefined ? {} : { change }),
    ...(allowed === undefined ? {} : { allowed }),
    chromium: verdictIn(chromium, id),
    firefox: verdictIn(firefox, id),
  }));
  return { browsers: { chromium: chromium.version, firefox: firefox.version }, breaches: rows };
}

/** What a browser did with the breaches, by their ids. */
export interface BrowserVerdicts {
  readonly version: string;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

function verdictIn({ version, verdicts }: BrowserVerdicts, id: string): Verdict {
  const verdict = verdicts.get(id);
  if (verdict === undefined) throw new Error(`${version} has no verdict on ${id}`);
  return verdict;
}
