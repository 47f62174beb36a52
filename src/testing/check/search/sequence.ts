import type * as FastCheck from "fast-check";
import { type Action, anyAction } from "../calls/action.ts";
import { anyConnectionAction, type ConnectionAction } from "../overlap/actions/connection-action.ts";

/** Actions whose calls are made one at a time, or may overlap. */
export type Sequence =
  | { readonly kind: "awaited"; readonly actions: readonly Action[] }
  | { readonly kind: "overlapping"; readonly actions: readonly ConnectionAction[] };

/** Any sequence of that kind, of at most so many actions. */
export function anySequence(
  fc: typeof FastCheck,
  kind: Sequence["kind"],
  maxLength: number,
): FastCheck.Arbitrary<Sequence> {
  const length = { minLength: 1, maxLength, size: "max" } as const;
  if (kind === "awaited") return fc.array(anyAction(fc), length).map((actions) => ({ kind, actions }));
  return fc.array(anyConnectionAction(fc), length).map((actions) => ({ kind, actions }));
}
