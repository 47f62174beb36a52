import { type Line, participants, type Sequence } from "./sequence.ts";

/** A sequence diagram as Mermaid. */
export function sequenceMermaid({ lines }: Sequence): string {
  const declared = Object.entries(participants).map(([id, name]) => `participant ${id} as ${name}`);
  return ["sequenceDiagram", ...[...declared, ...lines.map(statement)].map((line) => `  ${line}`)].join("\n");
}

function statement(line: Line): string {
  if ("note" in line) return `Note over ${line.at}: ${line.note}`;
  return `${line.from}${line.answer ? "-->>" : "->>"}${line.to}: ${line.text}`;
}
