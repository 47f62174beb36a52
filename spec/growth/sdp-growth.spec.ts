// Descriptions come from strangers: what it costs to judge one must grow with its length, whatever it holds. Every rule is
// counted on descriptions that grow in two dimensions at once, where a look-up inside a loop costs their product.
import { describe, expect, it } from "vitest";
import type { GrowingCase } from "../../cases/sdp/growing/growing-case.ts";
import { anyCall, growingCases } from "../../cases/sdp/growing/growing-cases.ts";
import { products } from "../../cases/sdp/growing/products.ts";
import { checkSdp, parseSdp, sdpRules } from "../../src/entries/sdp.ts";
import { readSdp } from "../../src/sdp/description/read-sdp.ts";
import { judgedAgainst } from "../../src/sdp/judged-against.ts";
import { readingOptions } from "../../src/sdp/options.ts";
import { contentRules } from "../../src/sdp/rules/content-rules.ts";
import { contentWarnings } from "../../src/sdp/rules/content-warnings.ts";
import type { JudgedDescription } from "../../src/sdp/rules/judged-description.ts";
import type { ContentRule } from "../../src/sdp/rules/rule.ts";
import { type Work, workOf, worksOf } from "./counting/work.ts";

const small = 32;
const large = 4 * small;
/** Work in proportion to the length grows by 4, and what is sorted a little more. The square would be 16. */
const mostGrowth = 5;
/** Less work than this is that of a beginning. */
const least = 16 * large;
/** A message quotes some words of a description; a detail is the part of it that a rule adds. */
const longestMessage = 500;

const rules: readonly ContentRule[] = [...contentRules, ...contentWarnings];
const maxSdpLength = Number.MAX_SAFE_INTEGER;

function judgedOf({ at }: GrowingCase, count: number): JudgedDescription | null {
  const { text, context } = at(count);
  const { type = null, side = null, session, rtcpMuxPolicy = "require" } = context;
  const reading = readingOptions({ maxSdpLength });
  const read = readSdp(text, reading);
  if (!read.ok || session === undefined) return null;
  return judgedAgainst(session, { sdp: read.value, type, side, rtcpMuxPolicy }, reading);
}

/** What some rules do with a description, and what they say. */
function workOfRules(growing: GrowingCase, judging: readonly ContentRule[], count: number): readonly Work[] {
  const judged = judgedOf(growing, count);
  if (judged === null) return [];
  return worksOf(
    judging.map(
      ({ check }) =>
        () =>
          check(judged, (_, __, detail = "") => {
            if (detail.length > longestMessage) throw new Error(`a detail of ${detail.length} characters`);
          }),
    ),
  );
}

const measures = ["steps", "characters"] as const;

function excess(before: Work | undefined, after: Work): readonly string[] {
  return measures
    .filter((measure) => after[measure] > least && after[measure] > mostGrowth * (before?.[measure] ?? 0))
    .map((measure) => `${measure} ${before?.[measure]} → ${after[measure]}`);
}

function faultsOf(growing: GrowingCase, judging: readonly ContentRule[]): readonly string[] {
  const before = workOfRules(growing, judging, small);
  return workOfRules(growing, judging, large).flatMap((after, index) =>
    excess(before[index], after).map((growth) => `${judging[index]?.id}: ${growth}`),
  );
}

const checked = ({ at }: GrowingCase, count: number) => {
  const { text, context } = at(count);
  return () => checkSdp(text, { maxSdpLength, ...context });
};

const named = (cases: readonly GrowingCase[]) =>
  cases.map((growing) => [`${growing.rule}, ${growing.what}`, growing] as const);

describe("what it costs to judge a description grows with its length", () => {
  it("every rule has descriptions that grow and break it", () => {
    const broken = growingCases
      .filter((growing) => checked(growing, 3)().some(({ rule }) => rule === growing.rule))
      .map(({ rule }) => rule);
    expect(sdpRules.map(({ id }) => id).filter((id) => !broken.includes(id))).toEqual([]);
  });

  it.each(sdpRules.map(({ id }) => id))("%s, where it is broken", (id) => {
    const judging = rules.filter((rule) => rule.id === id);
    const cases = growingCases.filter(({ rule }) => rule === id);
    expect(cases.flatMap((growing) => faultsOf(growing, judging).map((fault) => `${growing.what}: ${fault}`))).toEqual(
      [],
    );
  });

  it.each(named([...products, ...anyCall]))("%s: every rule", (_, growing) => {
    expect(faultsOf(growing, rules)).toEqual([]);
  });

  it.each(named([...products, ...anyCall]))("%s: all of checkSdp and parseSdp, and what is said", (_, growing) => {
    const calls = [
      (count: number) => checked(growing, count),
      (count: number) => {
        const { text } = growing.at(count);
        return () => parseSdp(text, { maxSdpLength });
      },
    ];
    const faults = calls.flatMap((call) => excess(workOf(call(small)), workOf(call(large))));
    expect(faults).toEqual([]);
    const findings = checked(growing, large)();
    expect(findings.filter(({ message }) => message.length > longestMessage)).toEqual([]);
    expect(findings.length).toBeLessThanOrEqual(101 * sdpRules.length);
  });
});
