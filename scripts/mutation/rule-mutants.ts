// Each rule on SDP, switched off: on content, filtered out of its list; on text, its faults and warnings ignored.
import { contentRules } from "../../src/sdp/rules/content-rules.ts";
import { contentWarnings } from "../../src/sdp/rules/content-warnings.ts";
import { lengthRule, syntaxRules } from "../../src/sdp/text/syntax-rules.ts";
import { syntaxWarnings } from "../../src/sdp/text/syntax-warnings.ts";
import { find, type Mutant } from "./mutant.ts";

interface Rule {
  readonly id: string;
  readonly summary: string;
}

/** A mutant for every D, A and R rule, and for every warning about content. */
export function contentMutants(): Mutant[] {
  return [
    ...switchedOff(contentRules, "src/sdp/rules/content-rules.ts", filteredOut("contentRules")),
    ...switchedOff(contentWarnings, "src/sdp/rules/content-warnings.ts", filteredOut("contentWarnings")),
  ];
}

/** A mutant for every S rule, the bound on the length, and every warning about a line. */
export function syntaxMutants(): Mutant[] {
  return [
    ...switchedOff(syntaxRules, "src/sdp/text/refuse-line.ts", (source, id) => {
      const options = find(source, /const \{ tolerate, listener \} = options;/g, "unlessTolerated");
      return source.replace(options, `${options}\n  if (fault.rule === "${id}") return null;`);
    }),
    ...switchedOff([lengthRule], "src/sdp/text/read-text.ts", (source) => {
      return source.replace("text.length > maxSdpLength", "false");
    }),
    ...switchedOff(syntaxWarnings, "src/sdp/text/syntax-warnings.ts", filteredOut("syntaxWarnings")),
  ];
}

function switchedOff(rules: readonly Rule[], file: string, edit: (source: string, id: string) => string): Mutant[] {
  return rules.map(({ id, summary }) => ({
    name: `${id} switched off (${summary})`,
    file,
    edit: (source) => edit(source, id),
  }));
}

function filteredOut(list: string): (source: string, id: string) => string {
  return (source, id) => {
    const literal = find(source, new RegExp(`export const ${list} = \\[[^;]*\\] as const;`, "g"), list);
    return source.replace(literal, literal.replace(" as const;", `.filter((rule) => rule.id !== "${id}");`));
  };
}
