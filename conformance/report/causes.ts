import { type DifferenceCause, differenceCauses } from "../library.ts";
import type { StackDeviation, StackResult } from "../results/result.ts";

/** A fault of a stack, with what comes from it. */
export interface Fault {
  readonly cause: (typeof differenceCauses)[number];
  /** The deviations that were found after calls that conform, in the order of their codes. */
  readonly deviations: readonly StackDeviation[];
  /** Those that were found only after a call that was refused, or that deviated. */
  readonly consequences: readonly StackDeviation[];
  /** The deviation that shows the fault with the fewest calls. */
  readonly shown: StackDeviation;
}

/** The faults of a stack: first the one that most of the deviations come from. */
export function faultsOf(result: StackResult): readonly Fault[] {
  const faults = differenceCauses.flatMap((cause) => {
    const fault = faultOf(cause, result);
    return fault === null ? [] : [fault];
  });
  return faults.sort((one, other) => sizeOf(other) - sizeOf(one));
}

/** The fault of a stack that has that cause; null where it has none. */
export function faultNamed(result: StackResult, id: DifferenceCause): Fault | null {
  return faultsOf(result).find(({ cause }) => cause.id === id) ?? null;
}

function faultOf(cause: (typeof differenceCauses)[number], result: StackResult): Fault | null {
  const all = result.deviations.filter((deviation) => deviation.cause === cause.id).sort(byCode);
  const deviations = all.filter(({ isConsequence }) => !isConsequence);
  const consequences = all.filter(({ isConsequence }) => isConsequence);
  const [shown] = [...(deviations.length > 0 ? deviations : consequences)].sort(byLength);
  return shown === undefined ? null : { cause, deviations, consequences, shown };
}

function byCode(one: StackDeviation, other: StackDeviation): number {
  return one.code < other.code ? -1 : 1;
}

function byLength(one: StackDeviation, other: StackDeviation): number {
  const plainness = Number(isOfIllegalCall(one)) - Number(isOfIllegalCall(other));
  return plainness || one.reproduction.calls.length - other.reproduction.calls.length;
}

// What a legal call shows is plainer.
function isOfIllegalCall({ kind }: StackDeviation): boolean {
  return kind === "wrong-error" || kind === "applied";
}

function sizeOf({ deviations, consequences }: Fault): number {
  return deviations.length + consequences.length;
}
