import { callDefinitions } from "./schema-calls.ts";
import { connectionDefinitions } from "./schema-connection.ts";
import { fileDefinitions, fileNames } from "./schema-files.ts";
import { sdpDefinitions } from "./schema-sdp.ts";
import { sessionDefinitions } from "./schema-session.ts";

/** vectors/schema.json: what every file of vectors holds, each property described. */
export function schemaFile(): string {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Test vectors of the JSEP state machine",
    description: "Any file of test vectors: the definition that its member `vectors` names holds for it.",
    oneOf: fileNames.map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: {
      ...fileDefinitions,
      ...callDefinitions,
      ...sessionDefinitions,
      ...sdpDefinitions,
      ...connectionDefinitions,
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
