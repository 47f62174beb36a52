import { jsonText } from "../../json-text.ts";
import type { CheckedFile } from "../checked-file.ts";
import { lineFinder } from "../line-finder.ts";
import { countsOf } from "../summary.ts";
import type { Format } from "./format.ts";

/** For programs: one line of JSON for each file, as docs/check.schema.json describes it. */
export function jsonFormat(): Format {
  return { begin: () => [], file: fileAsJson, end: () => [] };
}

function* fileAsJson({ file, text, type, side, findings }: CheckedFile): Generator<string> {
  yield `{"version":1,"file":${jsonText(file)},"type":${jsonText(type)},"side":${jsonText(side)},"findings":[`;
  for (const [index, finding] of findings.entries()) yield `${index === 0 ? "" : ","}${jsonText(finding)}`;
  yield `],"lines":{`;
  const lineOf = lineFinder(text);
  // A line may have many findings, and be long: each is printed once.
  const numbers = new Set(findings.flatMap(({ sdpLineNumber }) => sdpLineNumber ?? []));
  let separator = "";
  for (const number of numbers) {
    yield `${separator}"${number}":${jsonText(lineOf(number))}`;
    separator = ",";
  }
  yield `},"summary":${jsonText(countsOf(findings))}}\n`;
}
