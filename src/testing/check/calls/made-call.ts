import type { MethodName } from "../../../connection/input.ts";
import type { Difference } from "../../../oracle/verdict/difference.ts";
import type { Step } from "../../../oracle/verdict/step.ts";
import { leavesTrace } from "../../../oracle/verdict/trouble.ts";
import type { Wait } from "../overlap/actions/connection-action.ts";
import type { PeerName } from "./action.ts";

/** A call of a sequence that fails: the code that makes it, and the verdict. */
export interface FailingCall {
  /** The peer connection that it is made on: one of a pair. */
  readonly peer: PeerName;
  /** The call in code, `a.setLocalDescription({ type: "offer", sdp: offer1.sdp })`. */
  readonly code: string;
  /** The name by which the code of later calls refers to what was created, `offer1`; null where nothing was created. */
  readonly constant: string | null;
  /** What came before the next call, where calls may overlap; null where each is awaited. */
  readonly wait: Wait | null;
  readonly step: CheckedStep;
}

/** A step of any method: only those that set or create descriptions, and close(), are the oracle's. */
export type CheckedStep = Omit<Step, "call"> & { readonly call: MethodName };

/** A call that was made. */
export interface MadeCall extends FailingCall {
  /** Its place among the calls that the actions ask for, from 0. */
  readonly place: number;
}

/** Where a difference was seen. */
export interface Sighting {
  /** Was no call before on the pair refused, and did none deviate in a way that later calls may suffer from? */
  readonly afterConforming: boolean;
  /** How many calls there were, the one that shows it included. */
  readonly calls: number;
}

/** Is the difference one of those that are sought? */
export type IsSoughtIn = (difference: Difference, sighting: Sighting) => boolean;

/** The calls up to the first one that shows what is sought; null where none does. */
export function callsUntilSought<Call extends FailingCall>(
  calls: readonly Call[],
  isSought: IsSoughtIn,
): readonly Call[] | null {
  let afterConforming = true;
  for (const [index, call] of calls.entries()) {
    const sighting = { afterConforming, calls: index + 1 };
    if (call.step.differences.some((difference) => isSought(difference, sighting))) return calls.slice(0, index + 1);
    afterConforming &&= !leavesDoubt(call);
  }
  return null;
}

/** What is sought in the last of the calls. */
export function soughtAtEnd(calls: readonly FailingCall[], isSought: IsSoughtIn): readonly Difference[] {
  const sighting = { afterConforming: !calls.slice(0, -1).some(leavesDoubt), calls: calls.length };
  return (calls.at(-1)?.step.differences ?? []).filter((difference) => isSought(difference, sighting));
}

/** The steps whose history conforms: those up to the first call that leaves doubt. */
export function stepsBeforeDoubt(calls: readonly FailingCall[]): readonly CheckedStep[] {
  const doubtful = calls.findIndex(leavesDoubt);
  return (doubtful < 0 ? calls : calls.slice(0, doubtful + 1)).map(({ step }) => step);
}

/** The provision that a step keeps; null where it keeps none. */
export function keptProvision({ provision, differences }: CheckedStep): string | null {
  return differences.some(({ kind }) => leavesTrace(kind)) ? null : provision;
}

/**
 * Was the call refused, or did it deviate? Then what later calls do may follow from that. Where calls overlap, a model goes
 * along, and only what deviates leaves doubt.
 */
export function leavesDoubt({ step, wait }: Pick<FailingCall, "step" | "wait">): boolean {
  const deviates = step.differences.some(({ kind }) => leavesTrace(kind));
  return deviates || (wait === null && step.observed.outcome !== "applied");
}
