// `serve` run in this process: its answers to lines, and its streams.
import { Readable, Writable } from "node:stream";
import { answer } from "../../../src/cli/serve/answer.ts";
import { createClient } from "../../../src/cli/serve/client.ts";
import { defaultLimits, type Limits } from "../../../src/cli/serve/limits.ts";
import { serve } from "../../../src/cli/serve/serve.ts";
import { success } from "../../../src/result.ts";

/** An answer, parsed. */
export type Answer = Readonly<Record<string, unknown>>;

/** A client of a server of its own: each request gives its answer. */
export function client(limits: Partial<Limits> = {}): (request: unknown) => Answer {
  const held = createClient({ ...defaultLimits, ...limits });
  return (request) => {
    const line = typeof request === "string" ? request : JSON.stringify(request);
    return JSON.parse(answer(held, success(line)));
  };
}

/** The fault of an answer; undefined where it has none. */
export function faultOf({ fault }: Answer): string | undefined {
  return fault as string | undefined;
}

/** What `serve` writes when it reads these pieces, as lines. */
export async function served(pieces: readonly (string | Buffer)[], limits: Partial<Limits> = {}): Promise<string[]> {
  let written = "";
  const output = new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      written += text;
      done();
    },
  });
  await serve(Readable.from(pieces.map((piece) => Buffer.from(piece))), output, { ...defaultLimits, ...limits });
  if (written !== "" && !written.endsWith("\n")) throw new Error(`The last answer has no end: ${written}`);
  return written.split("\n").slice(0, -1);
}
