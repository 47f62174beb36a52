import { connection } from "./connection/connection.ts";
import { schemaFile } from "./schema.ts";
import { sdpContent } from "./sdp-content.ts";
import { sdpSyntax } from "./sdp-syntax.ts";
import { sequences } from "./sequences.ts";
import { transitions } from "./transitions.ts";
import { type Vectors, vectorFile } from "./vector-file.ts";
import { webIdl } from "./web-idl.ts";

/** Every file under vectors/ that is generated. */
export function vectorFiles(): readonly { readonly path: string; readonly content: string }[] {
  const files: readonly Vectors[] = [transitions(), webIdl(), sequences(), sdpSyntax(), sdpContent(), connection()];
  return [
    { path: "vectors/schema.json", content: schemaFile() },
    ...files.map((file) => ({ path: `vectors/${file.vectors}.json`, content: vectorFile(file) })),
  ];
}
