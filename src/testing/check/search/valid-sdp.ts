import type { Action } from "../calls/action.ts";

/** The same actions with descriptions as they were made, and without what cannot be a description. */
export function withValidSdp(actions: readonly Action[]): readonly Action[] {
  return actions.flatMap((action): readonly Action[] => {
    if (action.do === "set remote") return [{ ...action, edit: null }];
    if (action.do === "set local created") return [{ ...action, munged: false }];
    return action.do === "set remote text" || action.do === "junk" ? [] : [action];
  });
}
