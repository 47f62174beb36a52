import { link } from "../../scripts/docs/page.ts";
import { type Deviation, deviationsOf, type Reproduction } from "../results/result.ts";
import { deviationHeading } from "./anchor.ts";
import { groupsOf } from "./rows.ts";
import { type Column, exercised } from "./table.ts";

/** A stack's deviations, in the order of the table. */
export function deviationsPart(column: Column): string {
  const deviations = inOrder(column);
  const count = deviations.length === 1 ? "1 deviation" : `${deviations.length} deviations`;
  return [
    `## ${column.title}`,
    `${column.result.version}: ${count}.`,
    ...deviations.map((one) => entry(column.name, one)),
  ].join("\n\n");
}

function inOrder(column: Column): readonly Deviation[] {
  const rows = groupsOf(exercised([column])).flatMap((group) => group.rows);
  return rows.flatMap(({ provision }) => deviationsOf(column.result, provision));
}

function entry(stack: string, deviation: Deviation): string {
  const { expected, observed, reference, message, reproduction } = deviation;
  const where = reference === null ? "" : ` (${link(reference)})`;
  return [
    `#### ${deviationHeading(stack, deviation.code).text}`,
    `- expected: ${inText(expected)}${where}\n- observed: ${inText(observed)}`,
    ...(message === null ? [] : [inText(message)]),
    codeBlock(reproduction),
  ].join("\n\n");
}

// A reproduction shows a deviation of that stack: run anywhere else it shows nothing.
function codeBlock({ language, lines }: Reproduction): string {
  const longest = Math.max(2, ...[...lines.join("\n").matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language === "js" ? "js no-check it needs the stack" : language}`, ...lines, fence].join("\n");
}

// A stack's own words must not become markup.
function inText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\<>[\]*_`|]/g, "\\$&");
}
