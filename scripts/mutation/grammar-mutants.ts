// Each grammar of a line or an attribute of SDP, made to accept anything.
import { attributeGrammars } from "../../src/sdp/text/grammar/attribute-grammar.ts";
import { lineGrammars } from "../../src/sdp/text/grammar/line-grammar.ts";
import { find, type Mutant } from "./mutant.ts";

/** A mutant for every type of line and every attribute that has a grammar. */
export function grammarMutants(): Mutant[] {
  return [...lineMutants(), ...attributeMutants()];
}

/** What an a= line has is a matter of the attributes. */
function lineMutants(): Mutant[] {
  return [...lineGrammars.values()]
    .filter(({ type }) => type !== "a")
    .map(({ type, form }) => anything("src/sdp/text/grammar/line-grammar.ts", `${type}=`, `["${type}", `, form));
}

/** Flags, and attributes that are kept as they are, have no grammar. */
function attributeMutants(): Mutant[] {
  return [...attributeGrammars]
    .filter(([, { form }]) => form !== "" && form !== "rest" && form !== "bytes")
    .map(([name, { form }]) =>
      anything("src/sdp/text/grammar/attribute-grammar.ts", `a=${name}`, `["${name}", `, form),
    );
}

function anything(file: string, name: string, beginning: string, form: string): Mutant {
  return {
    name: `${name} with any value`,
    file,
    edit: (source) => {
      const at = (text: string) => `${text.replace(/[[\](){}|*+?.^$\\]/g, "\\$&")}`;
      const written = form.includes('"') ? `'${form}'` : `"${form}"`;
      const row = find(source, new RegExp(`${at(beginning)}.*${at(written)}`, "g"), name);
      return source.replace(row, () => `${row.slice(0, -written.length)}"rest"`);
    },
  };
}
