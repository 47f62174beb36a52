// The state diagram of the playground: narrow, in few words, and coloured by the page.
import { instance } from "@viz-js/viz";
import { type Arrow, arrows, drawnStates } from "../docs/edges.ts";

/** The transition table as SVG: a group for each state and each arrow, with its title. */
export async function litDiagram(): Promise<string> {
  const svg = (await instance()).renderString(dot(), { format: "svg" });
  return svg
    .slice(svg.indexOf("<svg"))
    .replace(/<!--[\s\S]*?-->\s*/g, "")
    .trim();
}

// The peers of the playground follow webrtc-pc.
const playedArrows = arrows().filter(({ rollbackFromPranswer }) => !rollbackFromPranswer);

function dot(): string {
  return [
    "digraph {",
    '  graph [bgcolor=transparent, pad=0.25, rankdir=TB, nodesep=0.25, ranksep=0.9, fontname="Helvetica"];',
    '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=17, margin="0.3,0.12"];',
    '  edge [fontname="Helvetica", fontsize=14];',
    ...drawnStates().map((state) => `  "${state}"${state === "stable" ? " [width=5]" : ""};`),
    ...playedArrows.map(edge),
    "}",
  ].join("\n");
}

function edge({ from, to, calls }: Arrow): string {
  const label = calls.map((call) => `  ${words(call)}  `).join("\\n");
  return `  "${from}" -> "${to}" [label="${label}"];`;
}

// `setLocal(OFFER)`: the methods are the same everywhere.
function words(call: string): string {
  const [, side = "", type = ""] = /^set(Local|Remote)\((\w+)\)$/.exec(call) ?? [];
  return `${side} ${type}`.toLowerCase();
}
