import { attributeGrammars, type Levels } from "../text/grammar/attribute-grammar.ts";
import type { Attribute, Level } from "../text/level.ts";
import type { SdpLines, SectionLines } from "../text/sdp-lines.ts";
import { type DescriptionToWrite, originOf } from "./write-sdp.ts";

/** The lines of a session part before its attributes: v, o, s and t. */
const linesBefore = 4;

/** What reading the text of a description that was written gives, without reading it. */
export function writtenLines(description: DescriptionToWrite, text: string): SdpLines {
  let last = linesBefore + description.attributes.length;
  return {
    text,
    origin: originOf(description),
    session: levelOf(description.attributes, linesBefore, "S"),
    sections: description.sections.map(({ media, address, protocol, formats, attributes }, index): SectionLines => {
      const sdpLineNumber = last + 1;
      // The c= line follows the m= line.
      last += 2 + attributes.length;
      const level = levelOf(attributes, sdpLineNumber + 1, "M");
      return { index, sdpLineNumber, media, port: address.port, protocol, formats, ...level };
    }),
  };
}

function levelOf(written: readonly string[], before: number, here: Levels): Level {
  const known = new Map<string, Attribute[]>();
  const attributes = written.map((line, index): Attribute => {
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1);
    const attribute = { name, value, sdpLineNumber: before + 1 + index };
    const grammar = attributeGrammars.get(name);
    if (grammar?.levels.includes(here)) {
      const others = known.get(grammar.key);
      if (others === undefined) known.set(grammar.key, [attribute]);
      else others.push(attribute);
    }
    return attribute;
  });
  return { attributes, known };
}
