import type { Context } from "./given/contexts.ts";
import type { Edit } from "./given/edits.ts";

/** A description that is accepted with a warning or a note, and a neighbour without it. */
export interface WarningCase {
  readonly rule: string;
  readonly source: string;
  readonly name: string;
  readonly base: string;
  readonly context: Context;
  readonly edit: Edit;
  /** The line or section that it points at, where one stands out. */
  readonly at?: number | { readonly line: string };
  readonly neighbour: Edit;
}

/** Cases of one rule on one description. */
export const cases = (
  rule: string,
  source: string,
  base: { base: string; context: Context },
  ...rows: readonly (readonly [name: string, edit: Edit, at: WarningCase["at"] | null, neighbour: Edit])[]
): WarningCase[] =>
  rows.map(([name, edit, at, neighbour]) => ({
    rule,
    source,
    ...base,
    name,
    edit,
    neighbour,
    ...(at === null || at === undefined ? {} : { at }),
  }));
