import type { Edit } from "./given/edits.ts";

/** A description that is not SDP by its framing, order or repeats; `at` is the bad line, or its number. */
export interface StructureCase {
  readonly rule: "S1" | "S2" | "S5" | "S6" | "S7";
  readonly name: string;
  readonly edit: Edit;
  readonly at: string | number | { readonly last: string };
  /** A neighbour that is well-formed. */
  readonly neighbour?: Edit;
}

type Row = readonly [name: string, edit: Edit, at: StructureCase["at"], neighbour?: Edit];

export const rows = (rule: StructureCase["rule"], table: readonly Row[]): readonly StructureCase[] =>
  table.map(([name, edit, at, neighbour]) => ({ rule, name, edit, at, ...(neighbour ? { neighbour } : {}) }));
