import { expect } from "vitest";
import type { Context } from "../../cases/sdp/given/contexts.ts";
import { checkSdp, type Finding, parseSdp } from "../../src/entries/sdp.ts";

export interface Expectation {
  readonly rule: string;
  readonly sdpLineNumber?: number;
  readonly mLineIndex?: number;
  readonly mid?: string;
}

const errorsIn = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.severity === "error");

const describeAll = (findings: readonly Finding[]): string =>
  findings
    .map((f) => `${f.severity} ${f.rule} line ${f.sdpLineNumber} section ${f.mLineIndex} mid ${f.mid}: ${f.message}`)
    .join("\n");

/** The first error is this one, with the error name its family has; the rules that are broken besides it are the others. */
export function refused(
  text: string,
  context: Context | undefined,
  expectation: Expectation,
  cascades = false,
  others: readonly string[] = [],
): void {
  const findings = checkSdp(text, context);
  const errors = errorsIn(findings);
  const first = errors[0];
  const story = describeAll(findings);
  expect(first, `accepted; expected ${JSON.stringify(expectation)}\n${story}`).toBeDefined();
  expect(first, story).toMatchObject(expectation);
  expect(first?.error, story).toBe(expectation.rule.startsWith("S") ? "RTCError" : "InvalidAccessError");
  expect(first?.message, "a message for people").toMatch(/\S/);
  expect(first?.reference.url, "where the rule stands").toMatch(/^https:\/\//);
  if (!cascades)
    expect([...new Set(errors.map((finding) => finding.rule))], story).toEqual([expectation.rule, ...others]);
  if (expectation.rule.startsWith("S")) expect(first?.sdpLineNumber, story).toBeGreaterThan(0);
}

/** Nothing in it is an error. */
export function accepted(text: string, context?: Context): void {
  const findings = checkSdp(text, context);
  expect(errorsIn(findings), describeAll(findings)).toEqual([]);
}

/** Text that is not SDP, for both functions that read it: the rule and the line; checkSdp goes on to the other rules. */
export function syntaxError(text: string, rule: string, sdpLineNumber: number, others: readonly string[] = []): void {
  const parsed = parseSdp(text);
  expect(parsed.ok ? "accepted" : { ...parsed.error, message: "" }).toEqual({ rule, sdpLineNumber, message: "" });
  refused(text, undefined, { rule, sdpLineNumber }, false, others);
}

/** SDP for both functions that read it. */
export function wellFormed(text: string): void {
  const parsed = parseSdp(text);
  expect(parsed.ok ? null : parsed.error).toBeNull();
  accepted(text);
}

/** Warnings and notes. */
export const warningsIn = (text: string, context?: Context): Finding[] =>
  checkSdp(text, context).filter((finding) => finding.severity !== "error");

/** Accepted, with this warning. */
export function warned(text: string, context: Context | undefined, expectation: Partial<Expectation>): void {
  accepted(text, context);
  expect(warningsIn(text, context)).toContainEqual(expect.objectContaining(expectation));
}

/** Accepted, without this warning. */
export function notWarned(text: string, context: Context | undefined, rule: string): void {
  accepted(text, context);
  expect(warningsIn(text, context).filter((finding) => finding.rule === rule)).toEqual([]);
}
