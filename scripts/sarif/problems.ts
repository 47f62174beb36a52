import { Ajv } from "ajv";

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
