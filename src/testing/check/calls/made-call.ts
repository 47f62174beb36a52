import type { Difference } from "../../../oracle/verdict/difference.ts";
import type { Step } from "../../../oracle/verdict/step.ts";
import type { PeerName } from "./action.ts";

/** A call of a sequence that fails: the code that makes it, and the verdict. */
export interface FailingCall {
  /** The peer connection that it is made on: one of a pair. */
  readonly peer: PeerName;
  /** The call in code, `a.setLocalDescription({ type: "offer", sdp: offer1.sdp })`. */
  readonly code: string;
  /** The name by which the code of later calls refers to what was created, `offer1`; null where nothing was created. */
  readonly constant: string | null;
  readonly step: Step;
}

/** A call that was made. */
export interface MadeCall extends FailingCall {
  /** Its place among the calls that the actions ask for, from 0. */
  readonly place: number;
}

/** What differs in the last of the calls. */
export function differencesAtEnd(calls: readonly MadeCall[]): readonly Difference[] {
  return calls.at(-1)?.step.differences ?? [];
}
