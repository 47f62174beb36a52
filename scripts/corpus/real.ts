import { readFileSync } from "node:fs";
import { groundOf } from "../../conformance/rules/grounds.ts";
import { checkSdp, deployedTolerances, type Finding } from "../../src/entries/sdp.ts";
import { acceptedOf, type Group, type Named } from "./group.ts";

/** A real description, and what two browsers said to it as a remote offer. */
interface Real {
  readonly file: string;
  readonly sdp: string;
  readonly chromium: string;
  readonly firefox: string;
}

/**
 * The real descriptions as remote offers, against what Chromium and Firefox said to each: those that this library alone
 * refuses, each with rule, source and line; what is left of them with `deployedTolerances`, which has to be nothing; and those
 * that a browser alone refuses, each with its reason.
 */
export function realDescriptions(folder: URL): Group[] {
  const reals = readReals(folder);
  const accepted = reals.filter(({ chromium, firefox }) => chromium === "ok" && firefox === "ok");
  const refusals = accepted.flatMap((real): Named[] => refusalOf(real));
  const leftOver = accepted.flatMap((real) => refusalOf(real, deployedTolerances));
  const others = reals.filter((real) => !accepted.includes(real) && errorsIn(real).length === 0);
  return [
    {
      title: `real descriptions that both browsers accept, of ${reals.length}`,
      summary: `${acceptedOf(accepted.length, refusals.length)}; with deployedTolerances ${leftOver.length === 0 ? "none" : leftOver.length}`,
      named: refusals,
      wrong: leftOver.map(([file, reason]) => `${file} is refused with deployedTolerances too: ${reason}`),
    },
    {
      title: "real descriptions that this library accepts and a browser does not",
      summary: `${others.length}, each with what the browser says`,
      named: others.map((real): Named => [real.file, reasonOf(real)]),
      wrong: [],
    },
  ];
}

function readReals(folder: URL): readonly Real[] {
  const [, ...rows] = readFileSync(new URL("verdicts.tsv", folder), "utf8").trimEnd().split("\n");
  return rows.map((row) => {
    const [file = "", , , , , , chromium = "", firefox = ""] = row.split("\t");
    return { file, sdp: readFileSync(new URL(file, folder), "utf8"), chromium, firefox };
  });
}

function findingsIn({ sdp }: Real, tolerate: readonly string[] = []): readonly Finding[] {
  return checkSdp(sdp, { type: "offer", side: "remote", tolerate });
}

function errorsIn(real: Real, tolerate?: readonly string[]): readonly Finding[] {
  return findingsIn(real, tolerate).filter(({ severity }) => severity === "error");
}

function refusalOf(real: Real, tolerate?: readonly string[]): Named[] {
  const [first] = errorsIn(real, tolerate);
  if (first === undefined) return [];
  const { rule, message, sdpLineNumber } = first;
  const { source } = groundOf({ id: rule, rule });
  return [[real.file, `${rule} (the MUST: ${source}), line ${sdpLineNumber}: ${message}`]];
}

/** What explains the refusal of a browser: the warnings of this library for what that browser named, and its own words. */
function reasonOf(real: Real): string {
  const words = [
    real.chromium === "ok" ? "" : `Chromium: ${withoutCall(real.chromium)}`,
    real.firefox === "ok" ? "" : `Firefox: ${withoutCall(real.firefox)}`,
  ];
  const said = words.filter((word) => word !== "").join("; ");
  const ids = [...new Set(findingsIn(real).map(({ rule }) => rule))].filter((rule) => isNamed(rule, said));
  const [, unchecked = "no rule"] = outsideOfRules.find(([message]) => message.test(said)) ?? [];
  return `${ids.length === 0 ? unchecked : ids.join()}: ${said}`;
}

/** Why no rule is about what a browser refuses. */
const outsideOfRules: readonly (readonly [message: RegExp, reason: string])[] = [
  [/a=candidate:/, "no rule, for the grammar allows any characters in what extends a candidate"],
  [/statically assigned payload type/, "no rule, for RFC 3551's table of static payload types is not known"],
  [/Invalid SCTP max message size/, "no rule, for the limit of 2^31 - 1 is Chromium's own"],
];

/** The rules that are about what a browser's message is about. */
const subjects: readonly (readonly [rule: string, message: RegExp])[] = [
  ["D2", /BUNDLE group contains a MID|mid specified for bundle|No transceiver for bundled/],
  ["W16", /Invalid SDP line/],
  ["W24", /more than one track specified with a=ssrc|Failed to add remote stream ssrc/],
  ["W26", /does not negotiate the RID RTP header extension/],
  ["W27", /Failed to parse codecs correctly|Invalid SDP line/],
  ["W11", /Failed to parse codecs correctly|statically assigned payload type/],
  ["W29", /Duplicate a=msid/],
];

function isNamed(rule: string, said: string): boolean {
  return subjects.some(([id, message]) => id === rule && message.test(said));
}

function withoutCall(said: string): string {
  return said.replace(/Failed to (?:set remote offer sdp|parse SessionDescription): ?\.?/, "").slice(0, 130);
}
