import { markdownTable } from "../../scripts/docs/page.ts";
import { differenceCauses } from "../library.ts";
import { type Fault, faultNamed } from "./causes.ts";
import type { Column } from "./column.ts";

/** A row for each fault that a stack has, a column for each stack, with links to the faults on the stacks' pages. */
export function causesTable(columns: readonly Column[]): string {
  const rows = differenceCauses.flatMap(({ id, summary }) => {
    const faults = columns.map((column) => ({ column, fault: faultNamed(column.result, id) }));
    return faults.some(({ fault }) => fault !== null) ? [[summary, ...faults.map(cell)]] : [];
  });
  return markdownTable(["", ...columns.map(({ stack }) => stack.title)], rows);
}

function cell({ column, fault }: { readonly column: Column; readonly fault: Fault | null }): string {
  if (fault === null) return "–";
  const { deviations, consequences, cause } = fault;
  const more = consequences.length === 0 ? "" : ` (+ ${consequences.length})`;
  return `[${deviations.length}${more}](conformance/${column.stack.name}.md#${cause.id})`;
}
