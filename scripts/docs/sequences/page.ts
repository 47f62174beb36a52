import { page } from "../page.ts";
import { sequenceMermaid } from "./mermaid.ts";
import type { Sequence } from "./sequence.ts";
import { sequences } from "./sequences.ts";

/** docs/sequences.md: the diagrams as Mermaid, each with its picture. */
export function sequencesPage(): string {
  return page(
    "Who calls whom",
    "What passes between an application, the peer connection of the [guide for stack authors](guide-stack-authors.md), this " +
      "library, and the transports underneath. A solid arrow is a call; a dashed one is its answer, or an event. A test " +
      "compares every line with what the class of the guide does.",
    ...sequences.flatMap(section),
  );
}

function section(sequence: Sequence): string[] {
  return [
    `## ${sequence.title}`,
    ["```mermaid", sequenceMermaid(sequence), "```"].join("\n"),
    `The same [as a picture](sequence-${sequence.name}.svg), where Mermaid is not rendered.`,
  ];
}
