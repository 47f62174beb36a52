import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { check } from "../../src/cli/check/check.ts";
import { styleFor } from "../../src/cli/style.ts";

/** A log of SARIF, as far as it is looked into here. */
export interface SarifLog {
  readonly version: string;
  readonly runs: readonly { readonly results: readonly object[] }[];
}

/** Logs of `check`: of a real offer, of what is not SDP, and of what cannot be read. */
export async function sarifSamples(): Promise<readonly { readonly what: string; readonly log: SarifLog }[]> {
  const fixtures = pathOf("spec/fixtures");
  return [
    { what: "a real offer", log: await logOf([`${fixtures}/chromium-offer.sdp`]) },
    { what: "a capture, which is not SDP", log: await logOf([`${fixtures}/double-answer.rtcstats.gz`]) },
    { what: "a file that is missing, and a folder", log: await logOf(["no such file.sdp", fixtures]) },
  ];
}

/** What a schema, in draft 7 or 4, says against a log: a line each. */
export function sarifProblems(schema: Readonly<Record<string, unknown>>, log: unknown): readonly string[] {
  // Of what sets draft 4 apart, the schema has only the member `id`.
  const { $schema: _, id: __, ...draft } = schema;
  const formats = { uri: true, "uri-reference": true, "date-time": true } as const;
  // Without unicodeRegExp: a pattern of some editions has a bracket too many.
  const validate = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true, formats }).compile(draft);
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

async function logOf(files: readonly string[]): Promise<SarifLog> {
  const printed: string[] = [];
  const terminal = { style: styleFor({}), print: (text: string) => printed.push(text), complain: () => {} };
  await check(files, { side: "remote", tolerate: [], notes: true, format: "sarif" }, terminal);
  return JSON.parse(printed.join(""));
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
