import { markdownTable } from "../../scripts/docs/page.ts";
import { deviationsOf, type StackResult, verdictOf } from "../results/result.ts";
import { deviationHeading } from "./anchor.ts";
import { groupsOf, type RowGroup } from "./rows.ts";

/** A column: a stack by its name, and what was found of it. */
export interface Column {
  readonly name: string;
  readonly title: string;
  readonly result: StackResult;
}

/** A table for each group of provisions, under its heading. */
export function tables(columns: readonly Column[]): string {
  return groupsOf(exercised(columns))
    .map((group) => `### ${group.title}\n\n${tableOf(group, columns)}`)
    .join("\n\n");
}

/** Every provision that at least one stack was asked. */
export function exercised(columns: readonly Column[]): ReadonlySet<string> {
  return new Set(columns.flatMap(({ result }) => [...result.provisions, ...result.deviations.map(provisionOf)]));
}

function provisionOf({ provision }: { provision: string }): string {
  return provision;
}

function tableOf({ rows }: RowGroup, columns: readonly Column[]): string {
  const head = ["", ...columns.map(({ title }) => title)];
  return markdownTable(
    head,
    rows.map(({ provision, label }) => [label, ...columns.map((column) => cell(column, provision))]),
  );
}

function cell({ name, result }: Column, provision: string): string {
  const verdict = verdictOf(result, provision);
  const [first, ...more] = deviationsOf(result, provision);
  if (first === undefined) return verdict ?? "–";
  const told = verdict === "deviation" && more.length > 0 ? `${more.length + 1} deviations` : verdict;
  return `[${told}](${deviationHeading(name, first.code).anchor})`;
}
