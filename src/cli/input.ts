import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { printable } from "../report/words.ts";
import { failure, type Result, success } from "../result.ts";

// What a file may hold: dumps of long calls have tens of MB, and a decompression bomb must not fill the memory.
const maxBytes = 256 * 1024 * 1024;

/**
 * Reads a text file, decompressing gzip, which is recognised by its content. `-` is standard input. The reason is a
 * few words.
 */
export async function readInput(file: string): Promise<Result<string>> {
  try {
    const bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
    if (bytes.length > maxBytes) return failure(`over ${maxBytes} bytes`);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes;
    return success(plain.toString("utf8"));
  } catch (error) {
    return failure(reasonOf(error));
  }
}

/** The name of a file in messages, with its control characters made visible. */
export function displayName(file: string): string {
  return file === "-" ? "standard input" : printable(file);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "it is a directory",
  EACCES: "permission denied",
  Z_BUF_ERROR: "the gzip data is cut off",
  Z_DATA_ERROR: "the gzip data is damaged",
  ERR_BUFFER_TOO_LARGE: `over ${maxBytes} bytes when decompressed`,
};

/** Why it cannot be read, in a few words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code === undefined ? undefined : reasons[code]) ?? message ?? "it cannot be read";
}
