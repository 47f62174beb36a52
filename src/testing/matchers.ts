import type { Difference } from "../oracle/verdict/difference.ts";
import type { Step } from "../oracle/verdict/step.ts";
import {
  byCount,
  type DescribedCall,
  describeFound,
  type FoundDifference,
  foundInCalls,
  foundInSteps,
} from "./found-difference.ts";

/** What `toConform` takes: what `judge`, `observe` or `checkImplementation` gave, or steps. */
export type Conformable =
  | { readonly differences: readonly Difference[] }
  | { readonly steps: readonly Step[] }
  | { readonly failure: { readonly differences: readonly Difference[]; readonly reproduction: string } | null }
  | { readonly deviations: readonly { readonly difference: Difference }[] }
  | readonly Step[];

/** The matchers' types, to declare them to Vitest or Jest with. */
export interface ConformanceMatchers<Result = unknown> {
  /** Did the implementation do as the specification says, declared deviations aside? */
  toConform(): Result;
}

/**
 * Matchers for Vitest and Jest: `expect.extend(matchers)`, then `expect(judged).toConform()`.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export const matchers = {
  toConform(received: unknown): { readonly pass: boolean; readonly message: () => string } {
    const found = undeclaredIn(received);
    const untried = wordsIfUntried(received);
    const pass = found.length === 0 && untried === null && Object(received).conforms !== false;
    const conforms = "The implementation does as the specification says; it was expected to deviate.";
    const lines = [...(untried === null ? [] : [untried]), ...found.map(describeFound), reproductionIn(received)];
    return { pass, message: () => (pass ? conforms : lines.join("\n")) };
  },
};

const conformable = "toConform() takes what judge, observe or checkImplementation gave, or steps";

// What cannot be read, or is made by another's hand, is refused: it is no reason to pass.
function undeclaredIn(received: unknown): readonly FoundDifference[] {
  const found = readOrNull(() => foundIn(received as Conformable));
  if (found?.every(({ difference }) => isDifference(difference))) {
    return found.filter(({ difference }) => difference.knownDeviation === null);
  }
  const isPending = readOrNull(() => typeof Object(received).then === "function") ?? false;
  throw new TypeError(isPending ? `${conformable}; found a promise: await it` : conformable);
}

function readOrNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function isDifference(value: unknown): value is Difference {
  const { code, message, reference, knownDeviation } = Object(value) as Partial<Difference>;
  const isDeclared = knownDeviation === null || typeof knownDeviation === "string";
  return typeof code === "string" && typeof message === "string" && typeof reference?.url === "string" && isDeclared;
}

// Null where the value has no differences to read; what cannot be read throws.
function foundIn(received: Conformable): readonly FoundDifference[] | null {
  if (Array.isArray(received)) return foundInSteps(received as readonly Step[]);
  const value = Object(received) as Readonly<Record<string, unknown>>;
  if ("steps" in value) return foundInSteps(value.steps as readonly Step[]);
  if ("differences" in value) return foundInValue(value as unknown as Differing);
  if ("deviations" in value) {
    const deviations = (value.deviations as readonly SurveyedDeviation[]).flatMap(({ difference, failure, count }) =>
      foundInCalls([difference], failure?.calls ?? [], count ?? null),
    );
    return [...deviations].sort(byCount);
  }
  if (!("failure" in value)) return null;
  const { failure } = value as { readonly failure: (Differing & FailedCalls) | null };
  return failure === null ? [] : foundInCalls(failure.differences, failure.calls ?? []);
}

interface Differing {
  readonly differences: readonly Difference[];
  readonly step?: Step;
}

interface FailedCalls {
  readonly calls?: readonly DescribedCall[];
}

interface SurveyedDeviation {
  readonly difference: Difference;
  readonly failure?: FailedCalls | null;
  readonly count?: number;
}

// What judge() gave has its step; a step is its own.
function foundInValue(value: Differing): readonly FoundDifference[] {
  const step = value.step ?? ("call" in value ? (value as unknown as Step) : null);
  return foundInCalls(value.differences, step === null ? [] : [{ code: null, step }]);
}

// A report of no runs says nothing of the implementation.
function wordsIfUntried(received: unknown): string | null {
  const { runs, waitingFor } = Object(received) as { readonly runs?: unknown; readonly waitingFor?: unknown };
  if (runs !== 0) return null;
  const cause = typeof waitingFor === "string" ? ` while waiting for ${waitingFor}` : "";
  return `No sequence of calls came to its end: the time was up${cause}.`;
}

function reproductionIn(received: unknown): string {
  const { failure } = Object(received) as { readonly failure?: { readonly reproduction?: string } | null };
  return failure?.reproduction === undefined ? "" : `\nThe smallest sequence found:\n${failure.reproduction}`;
}
