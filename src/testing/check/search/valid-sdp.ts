import type { Action } from "../calls/action.ts";
import type { Sequence } from "./sequence.ts";

/** The same actions with descriptions as they were made, and without what cannot be a description. */
export function withValidSdp(sequence: Sequence): Sequence {
  if (sequence.kind === "overlapping") return sequence;
  return { kind: "awaited", actions: validActions(sequence.actions) };
}

function validActions(actions: readonly Action[]): readonly Action[] {
  return actions.flatMap((action): readonly Action[] => {
    if (action.do === "set remote") return [{ ...action, edit: null }];
    if (action.do === "set local created") return [{ ...action, munged: false }];
    return action.do === "set remote text" || action.do === "junk" ? [] : [action];
  });
}
