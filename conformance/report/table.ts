import { markdownTable } from "../../scripts/docs/page.ts";
import type { StackDeviation } from "../results/result.ts";
import { type Column, exercised } from "./column.ts";
import { groupsOf, type RowGroup } from "./rows.ts";
import { deviationsFrom, verdictOn } from "./verdict.ts";

/** A table for each group of provisions, under its heading. */
export function tables(columns: readonly Column[]): string {
  return groupsOf(exercised(columns))
    .map((group) => `### ${group.title}\n\n${tableOf(group, columns)}`)
    .join("\n\n");
}

function tableOf(group: RowGroup, columns: readonly Column[]): string {
  const head = ["", ...columns.map(({ stack }) => stack.title)];
  return markdownTable(
    head,
    group.rows.map(({ provision, label }) => [label, ...columns.map((column) => cell(column, provision))]),
  );
}

function cell({ result }: Column, provision: string): string {
  const verdict = verdictOn(result, provision);
  if (verdict !== "deviation") return verdict ?? "–";
  return [...new Set(deviationsFrom(result, provision).map(inWords))].join(", ");
}

// A kind is a word of the code, such as changed-sdp.
function inWords(deviation: StackDeviation): string {
  return (deviation.kind ?? "not implemented").replaceAll("-", " ").replace("sdp", "SDP");
}
