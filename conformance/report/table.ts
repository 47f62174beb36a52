import { markdownTable } from "../../scripts/docs/page.ts";
import type { StackDeviation } from "../results/result.ts";
import { type Column, exercised } from "./column.ts";
import { fragmentOf } from "./markdown.ts";
import { groupsOf, type RowGroup } from "./rows.ts";
import { deviationsFrom, isFollowOn, verdictOn } from "./verdict.ts";

/** A table for each group of provisions, under its heading; the heads of the columns link to the stacks' pages. */
export function tables(columns: readonly Column[]): string {
  return groupsOf(exercised(columns))
    .map((group) => `### ${group.title}\n\n${tableOf(group, columns)}`)
    .join("\n\n");
}

function tableOf(group: RowGroup, columns: readonly Column[]): string {
  const head = ["", ...columns.map((column) => headOf(column, group))];
  return markdownTable(
    head,
    group.rows.map(({ provision, label }) => [label, ...columns.map((column) => cell(column, provision))]),
  );
}

// A stack that conforms in all of a group has nothing to show of it.
function headOf({ stack, result }: Column, { title, rows }: RowGroup): string {
  const deviates = rows.some(({ provision }) => deviationsFrom(result, provision).length > 0);
  return deviates ? `[${stack.title}](conformance/${stack.name}.md${fragmentOf(title)})` : stack.title;
}

function cell({ result }: Column, provision: string): string {
  const verdict = verdictOn(result, provision);
  if (verdict !== "deviation" && verdict !== "follow-on") return verdict ?? "–";
  return [...new Set(deviationsFrom(result, provision).map(inWords))].join(", ");
}

// A kind is a word of the code, such as changed-sdp.
function inWords(deviation: StackDeviation): string {
  const words = (deviation.kind ?? "not implemented").replaceAll("-", " ").replace("sdp", "SDP");
  return isFollowOn(deviation) ? `(${words})` : words;
}
