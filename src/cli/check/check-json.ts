import { jsonText } from "../json-text.ts";
import type { CheckedFile } from "./checked-file.ts";
import { countsOf } from "./summary.ts";

/** A checked description as `check --json` prints it: one line of JSON, in pieces. */
export function* checkJson({ file, type, side, findings }: CheckedFile): Generator<string> {
  yield `{"version":1,"file":${jsonText(file)},"type":${jsonText(type)},"side":${jsonText(side)},"findings":[`;
  for (const [index, finding] of findings.entries()) yield `${index === 0 ? "" : ","}${jsonText(finding)}`;
  yield `],"summary":${jsonText(countsOf(findings))}}\n`;
}
