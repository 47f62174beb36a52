import { rfc, webrtcPc } from "../../src/specifications.ts";
import { type Arrow, arrows, drawnStates } from "./edges.ts";
import { link, page } from "./page.ts";

/** docs/state-diagram.md: the transition table as a Mermaid diagram, with the picture beside it. */
export function stateDiagramPage(): string {
  return page(
    "The signaling states",
    `Drawn from the transition table. The edges have the names of the figure in ${link(rfc(9429, "3.2"))}.`,
    notes,
    ["```mermaid", ...mermaid(), "```"].join("\n"),
    "The same as a picture:",
    "![The signaling states and the calls that lead from one to another](state-diagram.svg)",
  );
}

const notes = [
  "- † (dashed in the picture): only if the profile allows rollback from a provisional answer.",
  `  ${link(rfc(9429, "5.7"))} does, ${link(webrtcPc("set-description"))} does not.`,
  "- Not drawn: `close()`, which leads from every state to `closed`, where every call is refused; and implicit",
  "  rollback, which follows two edges in a row ([what is legal](legality.md)).",
].join("\n");

function mermaid(): string[] {
  const declarations = drawnStates().map((state) => `state "${state}" as ${id(state)}`);
  return [
    "stateDiagram-v2",
    ...[...declarations, "[*] --> stable", ...arrows().map(transition)].map((line) => `  ${line}`),
  ];
}

function transition({ from, to, calls, rollbackFromPranswer }: Arrow): string {
  const label = calls.map((call) => (rollbackFromPranswer ? `${call} †` : call)).join("<br/>");
  return `${id(from)} --> ${id(to)} : ${label}`;
}

// Mermaid's names take no hyphens everywhere.
function id(state: string): string {
  return state.replaceAll("-", "_");
}
