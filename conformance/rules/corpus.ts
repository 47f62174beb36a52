// `npm run conformance -- --rules --corpus`: how many real descriptions break each rule. They lie beside the repository.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkSdp, sdpRules } from "../../src/entries/sdp.ts";

const folder = new URL("../../../shared/sdp-corpus/real/", import.meta.url);
const file = fileURLToPath(new URL("corpus-counts.json", import.meta.url));

/** How many of the descriptions break a rule, and what the browsers did with those. */
export interface RuleCount {
  readonly descriptions: number;
  readonly acceptedByChromium: number;
  readonly acceptedByFirefox: number;
  readonly acceptedByBoth: number;
}

/** corpus-counts.json. */
export interface CorpusCounts {
  readonly descriptions: number;
  /** As what the browsers were given each of them, answers included. */
  readonly setAs: "remote offer";
  readonly browsers: { readonly chromium: string; readonly firefox: string };
  /** Of the rules that some description breaks, in the order of `sdpRules`. */
  readonly rules: Readonly<Record<string, RuleCount>>;
}

/** A real description with the verdicts that stand beside it. */
export interface RealDescription {
  readonly sdp: string;
  readonly acceptedByChromium: boolean;
  readonly acceptedByFirefox: boolean;
}

/**
 * Counts the descriptions that break each rule when they are set as remote offers on a new peer connection. Of a text that is no
 * SDP only the first breach is known.
 */
export function countBreaches(descriptions: readonly RealDescription[]): CorpusCounts["rules"] {
  const broken = descriptions.map((description) => {
    const findings = checkSdp(description.sdp, { type: "offer", side: "remote" });
    return { ...description, rules: new Set(findings.map(({ rule }) => rule)) };
  });
  const counts = sdpRules.map(({ id }) => [id, countOf(broken.filter(({ rules }) => rules.has(id)))] as const);
  return Object.fromEntries(counts.filter(([, { descriptions: number }]) => number > 0));
}

function countOf(broken: readonly RealDescription[]): RuleCount {
  return {
    descriptions: broken.length,
    acceptedByChromium: broken.filter(({ acceptedByChromium }) => acceptedByChromium).length,
    acceptedByFirefox: broken.filter(({ acceptedByFirefox }) => acceptedByFirefox).length,
    acceptedByBoth: broken.filter((one) => one.acceptedByChromium && one.acceptedByFirefox).length,
  };
}

/** Writes corpus-counts.json. Returns whether the descriptions are there. */
export function countCorpus(): boolean {
  const table = new URL("verdicts.tsv", folder);
  if (!existsSync(table)) {
    console.log("corpus-counts.json stays as it is: shared/sdp-corpus/real is not beside this clone");
    return false;
  }
  const [head = [], ...rows] = readFileSync(table, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const [chromium, firefox] = [head.findIndex(isOf("Chromium")), head.findIndex(isOf("Firefox"))];
  const descriptions = rows.map((row) => ({
    sdp: readFileSync(new URL(row[0] ?? "", folder), "utf8"),
    acceptedByChromium: row[chromium] === "ok",
    acceptedByFirefox: row[firefox] === "ok",
  }));
  const counts: CorpusCounts = {
    descriptions: descriptions.length,
    setAs: "remote offer",
    browsers: { chromium: head[chromium] ?? "", firefox: head[firefox] ?? "" },
    rules: countBreaches(descriptions),
  };
  writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);
  console.log(`${descriptions.length} real descriptions, counted in corpus-counts.json`);
  return true;
}

function isOf(browser: string): (column: string) => boolean {
  return (column) => column.startsWith(browser);
}
