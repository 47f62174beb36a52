import { callOf } from "../../cases/calls.ts";
import type { Call } from "../../src/entries/index.ts";
import type { SignalingEvent } from "../../src/entries/machine.ts";

/** The call that a text means, as in `local offer LO`. */
export const callNamed = (text: string): Call => callMeant(callOf(text));

/** The call that an event of the machine stands for. */
export function callMeant({ type: method, ...members }: SignalingEvent): Call {
  return { method, ...members } as Call;
}
