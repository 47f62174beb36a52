import type { Difference } from "../oracle/verdict/difference.ts";
import type { Step } from "../oracle/verdict/step.ts";

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
    const lines = [...(untried === null ? [] : [untried]), ...found.map(describeDifference), reproductionIn(received)];
    return { pass, message: () => (pass ? conforms : lines.join("\n")) };
  },
};

const conformable = "toConform() takes what judge, observe or checkImplementation gave, or steps";

// What cannot be read, or is made by another's hand, is refused: it is no reason to pass.
function undeclaredIn(received: unknown): readonly Difference[] {
  const differences = readOrNull(() => differencesIn(received as Conformable));
  if (differences !== null && Array.isArray(differences) && differences.every(isDifference)) {
    return differences.filter(({ knownDeviation }) => knownDeviation === null);
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

// Null where the value has no differences to read.
function differencesIn(received: Conformable): readonly Difference[] | null {
  if (Array.isArray(received)) return received.flatMap((step: Step) => step.differences);
  const found = Object(received) as Readonly<Record<string, unknown>>;
  if ("differences" in found) return found.differences as readonly Difference[];
  if ("steps" in found) return (found.steps as readonly Step[]).flatMap(({ differences }) => differences);
  if ("deviations" in found) {
    return (found.deviations as readonly { difference: Difference }[]).map(({ difference }) => difference);
  }
  if ("failure" in found)
    return found.failure === null ? [] : (found.failure as { differences: readonly Difference[] }).differences;
  return null;
}

// A report of no runs says nothing of the implementation.
function wordsIfUntried(received: unknown): string | null {
  const { runs, waitingFor } = Object(received) as { readonly runs?: unknown; readonly waitingFor?: unknown };
  if (runs !== 0) return null;
  const cause = typeof waitingFor === "string" ? ` while waiting for ${waitingFor}` : "";
  return `No sequence of calls came to its end: the time was up${cause}.`;
}

function describeDifference({ code, message, reference }: Difference): string {
  return `${code}: ${message}\n  see ${reference.spec} ${reference.section}: ${reference.url}`;
}

function reproductionIn(received: unknown): string {
  const { failure } = Object(received) as { readonly failure?: { readonly reproduction?: string } | null };
  return failure?.reproduction === undefined ? "" : `\nThe smallest sequence found:\n${failure.reproduction}`;
}
