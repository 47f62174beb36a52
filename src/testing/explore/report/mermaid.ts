import type { TraceStep } from "../search/pair-run.ts";

/** A trace as a sequence diagram of Mermaid. */
export function mermaidText(trace: readonly TraceStep[]): string {
  const lines = trace.flatMap(({ who, what, effects, states }) => {
    const other = who === "a" ? "b" : "a";
    const arrived = /^receives (.*)$/.exec(what)?.[1];
    const arrow = arrived === undefined ? [] : [`  ${other}->>${who}: ${mermaidEscaped(arrived)}`];
    const said = [...(arrived === undefined ? [what] : []), ...effects.filter((text) => text !== states[who])];
    const note = `  Note over ${who}: ${[...said, states[who]].map(mermaidEscaped).join("<br/>")}`;
    return [...arrow, note];
  });
  return ["sequenceDiagram", "  participant a as a (impolite)", "  participant b as b (polite)", ...lines, ""].join(
    "\n",
  );
}

// What ends a statement of Mermaid.
function mermaidEscaped(text: string): string {
  return text.replaceAll("#", "#35;").replaceAll(";", "#59;").replaceAll("\n", " ");
}
