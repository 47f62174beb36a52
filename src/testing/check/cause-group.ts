import { type DifferenceCauseEntry, differenceCauses } from "../../oracle/verdict/cause/difference-causes.ts";
import type { Deviation } from "./deviation.ts";

/** A fault, and the deviations that come from it. */
export interface CauseGroup extends DifferenceCauseEntry {
  /** The codes of the deviations that were found after calls that conform. */
  readonly deviations: readonly string[];
  /** The codes of those that were found only after a call that was refused, or that deviated. */
  readonly consequences: readonly string[];
  /** The shortest sequence that shows the fault, as a program; null where none happened again. */
  readonly reproduction: string | null;
}

/** The deviations by their cause: first the cause that most of them have. */
export function groupedByCause(deviations: readonly Deviation[]): readonly CauseGroup[] {
  const groups = differenceCauses.flatMap((entry) => {
    const own = deviations.filter(({ cause }) => cause === entry.id);
    return own.length === 0 ? [] : [groupOf(entry, own)];
  });
  return groups.sort((one, other) => sizeOf(other) - sizeOf(one) || (one.id < other.id ? -1 : 1));
}

function groupOf(entry: DifferenceCauseEntry, deviations: readonly Deviation[]): CauseGroup {
  const codes = (isConsequence: boolean) =>
    deviations.filter((one) => one.isConsequence === isConsequence).map(({ code }) => code);
  return {
    ...entry,
    deviations: codes(false),
    consequences: codes(true),
    reproduction: shortestOf(deviations)?.failure?.reproduction ?? null,
  };
}

/** The deviation that needs the fewest calls: one that is no consequence, where there is one. */
export function shortestOf(deviations: readonly Deviation[]): Deviation | null {
  const reproduced = deviations.filter(({ failure }) => failure !== null);
  const sorted = reproduced.sort(
    (one, other) =>
      Number(one.isConsequence) - Number(other.isConsequence) ||
      Number(isOfIllegalCall(one)) - Number(isOfIllegalCall(other)) ||
      callCountOf(one) - callCountOf(other),
  );
  return sorted[0] ?? null;
}

// What a legal call shows is plainer.
function isOfIllegalCall({ difference }: Deviation): boolean {
  return difference.kind === "wrong-error" || difference.kind === "applied";
}

function callCountOf({ failure }: Deviation): number {
  return failure?.calls.length ?? 0;
}

function sizeOf({ deviations, consequences }: CauseGroup): number {
  return deviations.length + consequences.length;
}
