import { append, type Edit, inSection, insertAfter, replaceLine } from "./given/edits.ts";

/** One line type or attribute of the grammar: variants of its line that are refused, neighbours that are not. */
export interface GrammarRow {
  readonly name: string;
  /** Where the grammar stands. */
  readonly source: string;
  readonly rule: "S3" | "S4";
  /** Puts a variant of the line into the bundled offer. */
  readonly edit: (line: string) => Edit;
  readonly refused: readonly string[];
  readonly accepted: readonly string[];
}

type Lines = readonly string[];

/** Rows whose variants stand in for a line of section `index` (-1: the session part). */
export const instead =
  (rule: GrammarRow["rule"]) =>
  (name: string, source: string, index: number, anchor: string, refused: Lines, accepted: Lines): GrammarRow => ({
    name,
    source,
    rule,
    edit: (line) => inSection(index, replaceLine(anchor, line)),
    refused,
    accepted,
  });

/** Rows whose variants are added below a line of section `index`. */
export const below =
  (rule: GrammarRow["rule"]) =>
  (name: string, source: string, index: number, anchor: string, refused: Lines, accepted: Lines): GrammarRow => ({
    name,
    source,
    rule,
    edit: (line) => inSection(index, insertAfter(anchor, line)),
    refused,
    accepted,
  });

/** Rows whose variants are added at the end of section `index`. */
export const added =
  (rule: GrammarRow["rule"]) =>
  (name: string, source: string, index: number, refused: Lines, accepted: Lines): GrammarRow => ({
    name,
    source,
    rule,
    edit: (line) => append(index, line),
    refused,
    accepted,
  });

export const repeat = (text: string, times: number): string => text.repeat(times);
