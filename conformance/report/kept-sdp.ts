import type { StackDeviation, StackResult } from "../results/result.ts";

/** A provision of the report's own: that the slots hold the SDP that was set. Every call that sets one exercises it. */
export const keptSdp = "slots-hold-the-sdp-that-was-set";

const setting = /^(?:implicit-rollback|(?:local|remote)-(?:offer|pranswer|answer)(?:-without-sdp)?-in-.*)$/;

/**
 * The result with one deviation, under a provision of its own, for SDP that is changed in a slot: a stack that writes SDP in
 * its own way does so whatever call has set it, and otherwise every row of the table would say so.
 */
export function withKeptSdp(result: StackResult): StackResult {
  const changes = result.deviations.filter(isChange);
  const others = result.deviations.filter((deviation) => !isChange(deviation));
  const exercised = result.provisions.some((provision) => setting.test(provision));
  return {
    ...result,
    provisions: exercised ? [...result.provisions, keptSdp] : result.provisions,
    conforming: result.conforming.some((provision) => setting.test(provision))
      ? [...result.conforming, keptSdp]
      : result.conforming,
    deviations: [...others, ...together(changes)],
  };
}

// SDP that a refused call has left in a slot is another fault: that call was half applied.
function isChange({ kind, provision }: StackDeviation): boolean {
  return kind === "changed-sdp" && setting.test(provision);
}

// The change that needs the fewest calls stands for them all.
function together(changes: readonly StackDeviation[]): readonly StackDeviation[] {
  const [shown] = [...changes].sort(
    (one, other) =>
      Number(one.isConsequence) - Number(other.isConsequence) ||
      lengthOf(one) - lengthOf(other) ||
      (one.code < other.code ? -1 : 1),
  );
  if (shown === undefined) return [];
  const provisions = changes.map(({ provision }) => provision).sort();
  const where = changes.length === 1 ? "" : `Observed in ${changes.length} provisions: ${provisions.join(", ")}.`;
  const message = [shown.message, where].filter(Boolean).join(" ");
  return [{ ...shown, code: "changed-sdp", provision: keptSdp, message: message === "" ? null : message }];
}

function lengthOf({ reproduction }: StackDeviation): number {
  return reproduction.calls.length;
}
