import type { DifferenceKind } from "./difference-kind.ts";

/** What went wrong on a connection so far, and may be the reason of what goes wrong later. */
export interface Trouble {
  /** The place of the last call whose description was refused, as long as none was applied since; else null. */
  readonly refused: number | null;
  /** The place of the last call that deviated, as long as no exchange was completed since; else null. */
  readonly deviated: number | null;
}

/** Nothing went wrong. */
export const noTrouble: Trouble = { refused: null, deviated: null };

/** How a set call ended, as far as later calls may depend on it. */
export interface EndedCallTrace {
  /** The call's place among the connection's calls. */
  readonly index: number;
  readonly outcome: "applied" | "rejected" | "unsettled";
  readonly carriesSdp: boolean;
  readonly kinds: readonly DifferenceKind[];
  /** Has an answer completed an exchange? */
  readonly completed: boolean;
}

/** The trouble after one more call. */
export function troubleAfter(
  trouble: Trouble,
  { index, outcome, carriesSdp, kinds, completed }: EndedCallTrace,
): Trouble {
  const isRefused = outcome === "rejected" && carriesSdp;
  const refused = isRefused ? index : outcome === "applied" && carriesSdp ? null : trouble.refused;
  const isDeviation = kinds.some((kind) => !withoutTrace.has(kind));
  const deviated = isDeviation ? index : completed ? null : trouble.deviated;
  return refused === trouble.refused && deviated === trouble.deviated ? trouble : { refused, deviated };
}

// Another error, another event or SDP in other words puts a connection into no other state.
const withoutTrace: ReadonlySet<DifferenceKind> = new Set([
  ...(["wrong-error", "wrong-line", "wrong-events", "changed-sdp"] as const),
  ...(["wrong-value", "wrong-streams", "missing-event", "unexpected-event"] as const),
]);

/** Does a difference of that kind leave the connection elsewhere than it must be? */
export function leavesTrace(kind: DifferenceKind): boolean {
  return !withoutTrace.has(kind);
}
