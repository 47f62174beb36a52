// Each rule on the content of SDP, switched off: it is filtered out of the list, and so of the order of judging.
import { contentRules } from "../../src/sdp/rules/content-rules.ts";
import { find, type Mutant } from "./mutant.ts";

/** A mutant for every D, A and R rule. */
export function ruleMutants(): Mutant[] {
  return contentRules.map(({ id, summary }) => ({
    name: `${id} switched off (${summary})`,
    file: "src/sdp/rules/content-rules.ts",
    edit: (source: string) => withoutRule(source, id),
  }));
}

function withoutRule(source: string, id: string): string {
  const literal = find(source, /export const contentRules = \[[^\]]*\] as const;/g, "contentRules");
  return source.replace(
    literal,
    literal.replace(" as const;", `.filter((rule) => rule.id !== ${JSON.stringify(id)});`),
  );
}
