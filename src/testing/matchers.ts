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
    const found = undeclaredIn(received as Conformable);
    const pass = found.length === 0 && Object(received).conforms !== false;
    const conforms = "The implementation does as the specification says; it was expected to deviate.";
    const message = () => (pass ? conforms : [...found.map(describeDifference), reproductionIn(received)].join("\n"));
    return { pass, message };
  },
};

function undeclaredIn(received: Conformable): readonly Difference[] {
  return differencesIn(received).filter(({ knownDeviation }) => knownDeviation === null);
}

function differencesIn(received: Conformable): readonly Difference[] {
  if (Array.isArray(received)) return received.flatMap((step: Step) => step.differences);
  const found = Object(received) as Readonly<Record<string, unknown>>;
  if ("differences" in found) return found.differences as readonly Difference[];
  if ("steps" in found) return (found.steps as readonly Step[]).flatMap(({ differences }) => differences);
  if ("deviations" in found) {
    return (found.deviations as readonly { difference: Difference }[]).map(({ difference }) => difference);
  }
  if ("failure" in found) return (found.failure as { differences: readonly Difference[] } | null)?.differences ?? [];
  throw new TypeError("toConform() takes what judge, observe or checkImplementation gave, or steps");
}

function describeDifference({ code, message, reference }: Difference): string {
  return `${code}: ${message}\n  see ${reference.spec} ${reference.section}: ${reference.url}`;
}

function reproductionIn(received: unknown): string {
  const { failure } = Object(received) as { readonly failure?: { readonly reproduction?: string } | null };
  return failure?.reproduction === undefined ? "" : `\nThe smallest sequence found:\n${failure.reproduction}`;
}
