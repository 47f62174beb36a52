import { markdownTable } from "../../../scripts/docs/page.ts";
import type { RecordedLine } from "./recording.ts";
import { settings } from "./settings.ts";

const introduction = `## Each line of perfect negotiation, left out

[The example](../examples/perfect-negotiation.mjs) without one of its statements, each in turn. In the settings below the
example itself has no violation; they are tried in their order, until something breaks. \`npm run explorations -- --lines\` does
it again, and fails where something is not as it is here.`;

/** Why a statement that nothing shows to be missed is there. */
const reasons: Readonly<Record<string, string>> = {
  "if (!ignoreOffer) throw error;":
    "The line throws where a candidate is refused although no offer was ignored. In the whole example that never happens in " +
    "any of these explorations: it would go unhandled, and `no-unhandled-error` holds. So the example does the same without the line. " +
    "It is there to report mistakes elsewhere, such as a candidate that comes before its offer.",
};

/** The section about the lines. */
export function linesSection(lines: readonly RecordedLine[]): string {
  const rows = lines.map(({ line, text, found }) => {
    const verdict = found === null ? "nothing breaks" : `\`${found.property}\``;
    return [line, `\`${text}\``, verdict, found?.steps ?? "", found === null ? "" : letterOf(found.setting)];
  });
  return [
    introduction,
    settings.map(({ name }) => `- ${letterOf(name)}: ${name}`).join("\n"),
    markdownTable(["line", "left out", "what breaks", "steps", "setting"], rows),
    ...lines.filter(({ found }) => found === null).map(harmless),
  ].join("\n\n");
}

function harmless({ line, text, held }: RecordedLine): string {
  const explored = held.map(({ setting, states, exhaustive }) => {
    return `${letterOf(setting)}: ${states} states${exhaustive ? ", all there are" : ""}`;
  });
  return `Without line ${line}, nothing breaks in any setting (${explored.join("; ")}). ${reasons[text] ?? ""}`.trimEnd();
}

function letterOf(name: string): string {
  const index = settings.findIndex((setting) => setting.name === name);
  return String.fromCharCode("A".charCodeAt(0) + index);
}
