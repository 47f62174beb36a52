import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { answer } from "./answer.ts";
import { createClient } from "./client.ts";
import type { Limits } from "./limits.ts";
import { type Line, lineReader } from "./lines.ts";

// Answers are written together: a write costs more than an answer. In UTF-16 code units.
const batchLength = 65_536;

// So long a request takes time: the answers before it are written first. In UTF-16 code units.
const slowLength = 16_384;

/**
 * `serve`: answers each line of the input with a line of the output, in order, to the end of the input. Where the output
 * is full, no further line is answered and none is read: answers never pile up.
 */
export async function serve(input: Readable, output: Writable, limits: Limits): Promise<void> {
  const client = createClient(limits);
  const lines = lineReader(limits.maxLine);

  async function answerAll(asked: readonly Line[]): Promise<void> {
    let batch = "";
    for (const line of asked) {
      if (batch !== "" && line.ok && line.value.length > slowLength) {
        await write(output, batch);
        batch = "";
      }
      batch += `${answer(client, line)}\n`;
      if (batch.length < batchLength) continue;
      await write(output, batch);
      batch = "";
    }
    if (batch !== "") await write(output, batch);
  }

  for await (const bytes of input) await answerAll(lines.push(bytes));
  await answerAll(lines.end());
}

async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, "drain");
}
