import type { MethodName } from "../connection/input.ts";
import type { Difference } from "../oracle/verdict/difference.ts";
import type { Step } from "../oracle/verdict/step.ts";

/** A difference with the call that showed it, as far as it is known. */
export interface FoundDifference {
  readonly difference: Difference;
  readonly call: DescribedCall | null;
  /** The calls before that one, in their order. */
  readonly before: readonly DescribedCall[];
  /** How often it was met; null where that was not counted. */
  readonly count: number | null;
}

/** A call, by its code where a program made it, and its step. */
export interface DescribedCall {
  readonly code: string | null;
  readonly step: DescribedStep;
}

/** A step of any method. */
type DescribedStep = Omit<Step, "call"> & { readonly call: MethodName };

/** The differences of steps, each with the steps before it. */
export function foundInSteps(steps: readonly Step[]): readonly FoundDifference[] {
  const calls = steps.map((step) => ({ code: null, step }));
  return calls.flatMap((call, index) =>
    call.step.differences.map((difference) => ({ difference, call, before: calls.slice(0, index), count: null })),
  );
}

/** Differences that the last of some calls showed. */
export function foundInCalls(
  differences: readonly Difference[],
  calls: readonly DescribedCall[],
  count: number | null = null,
): readonly FoundDifference[] {
  return differences.map((difference) => ({
    difference,
    call: calls.at(-1) ?? null,
    before: calls.slice(0, -1),
    count,
  }));
}

/** A difference in lines: what differs, the call and what the stack said, the calls before it, and where the rule stands. */
export function describeFound({ difference, call, before, count }: FoundDifference): string {
  const { code, message, reference } = difference;
  const often = count === null ? "" : `${count} × `;
  return [
    `${often}${code}: ${message}`,
    ...(call === null ? [] : [`  the call: ${describeCall(call)}`]),
    ...(before.length === 0 ? [] : [`  before it: ${describeBefore(before)}`]),
    `  see ${reference.spec} ${reference.section}: ${reference.url}`,
  ].join("\n");
}

/** Those met most often first; what was met as often, by its code. */
export function byCount(a: FoundDifference, b: FoundDifference): number {
  return (b.count ?? 0) - (a.count ?? 0) || (a.difference.code < b.difference.code ? -1 : 1);
}

const shownBefore = 8;

function describeBefore(calls: readonly DescribedCall[]): string {
  const left = calls.length - shownBefore;
  const shown = calls.slice(-shownBefore).map(({ code, step }) => `${nameOf(code, step)} ${outcomeText(step)}`);
  return [...(left > 0 ? [`${left} calls more`] : []), ...shown].join(", ");
}

function describeCall({ code, step }: DescribedCall): string {
  const { message, error, outcome } = step.observed;
  const words = outcome === "rejected" && message !== null && message !== "" ? `: ${message}` : "";
  const name = outcome === "rejected" ? `rejected with ${error?.name ?? "an error"}` : outcome;
  return `${nameOf(code, step)} in ${step.before}, ${name}${words}`;
}

function nameOf(code: string | null, { call, type }: DescribedStep): string {
  return code ?? `${call}(${call.startsWith("set") ? (type ?? "") : ""})`;
}

function outcomeText({ observed }: DescribedStep): string {
  if (observed.outcome === "rejected") return `rejected with ${observed.error?.name ?? "an error"}`;
  return observed.outcome === "applied" ? `→ ${observed.signalingState}` : observed.outcome;
}
