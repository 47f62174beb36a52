// Each rule on the content of SDP, switched off: it is filtered out of the lists that it stands in.
import { contentRules } from "../../src/sdp/rules/content-rules.ts";
import { find, type Mutant } from "./mutant.ts";

const lists = ["contentRules", "rulesAsJudged"];

/** A mutant for every D, A and R rule. */
export function ruleMutants(): Mutant[] {
  return contentRules.map(({ id, summary }) => ({
    name: `${id} switched off (${summary})`,
    file: "src/sdp/rules/content-rules.ts",
    edit: (source: string) => lists.reduce((text, list) => withoutRule(text, list, id), source),
  }));
}

function withoutRule(source: string, list: string, id: string): string {
  const literal = find(
    source,
    new RegExp(`export const ${list}: readonly ContentRule\\[\\] = \\[[^\\]]*\\];`, "g"),
    list,
  );
  return source.replace(literal, `${literal.slice(0, -1)}.filter((rule) => rule.id !== ${JSON.stringify(id)});`);
}
