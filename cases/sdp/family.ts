import type { Context } from "./given/contexts.ts";
import type { Edit } from "./given/edits.ts";

/** Where a refusal points: the index of an m= section, a line, or nowhere in particular. */
export type Place = number | { readonly line: string } | null;

export interface Options {
  /** Another context than the family's. */
  readonly context?: Context;
}

export type Refusal = readonly [name: string, edit: Edit, place: Place, options?: Options];
export type Acceptance = readonly [name: string, edit: Edit, options?: Options];

/** Edits of one acceptable description that break one rule, and neighbours that do not. */
export interface Family {
  readonly rule: string;
  /** The section of the RFC. */
  readonly source: string;
  /** Where breaking this rule naturally breaks others after it: a section against another kind of section. */
  readonly cascades?: true;
  readonly base: string;
  readonly context: Context;
  readonly refused: readonly Refusal[];
  readonly accepted: readonly Acceptance[];
}

/** The index of the m= section that a text puts a mid on. */
export function midAt(text: string, index: number): string | null {
  const section = text.split(/(?<=\n)(?=m=)/)[index + 1];
  if (section === undefined) throw new Error(`no section ${index}`);
  return /^a=mid:(.*?)\r?$/m.exec(section)?.[1] ?? null;
}
