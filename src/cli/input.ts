import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";
import { printable } from "../report/words.ts";
import { failure, type Result, success } from "../result.ts";
import { overLimit, sizeText } from "./reading-limits.ts";

const pieceSize = 256 * 1024;

/**
 * Reads a file as text, piece by piece, decompressing gzip, which is recognised by its content. `-` is standard input.
 *
 * @param maxSize the most bytes that are read, and that come of decompressing them
 * @param take is passed each piece; false ends the reading
 * @returns why the rest was not read, in a line; null where all was read, or `take` has ended it
 */
export async function readPieces(
  file: string,
  maxSize: number,
  take: (text: string) => boolean,
): Promise<InputStop | null> {
  const decoder = new StringDecoder("utf8");
  const source = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: pieceSize });
  try {
    const bytes = decompressed(source, maxSize);
    for await (const piece of bytes) if (!take(decoder.write(piece))) return null;
    take(decoder.end());
    return null;
  } catch (error) {
    // Errors of the system and of zlib have a code; others are mistakes.
    if (!(error instanceof OverSize) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    return { reason: reasonOf(error), isOverLimit: error instanceof OverSize };
  } finally {
    source.destroy();
  }
}

/** Why the rest of a file was not read. */
export interface InputStop {
  readonly reason: string;
  readonly isOverLimit: boolean;
}

/** Reads a whole file as text. The reason is a line. */
export async function readInput(file: string, maxSize: number): Promise<Result<string>> {
  const pieces: string[] = [];
  const stop = await readPieces(file, maxSize, (piece) => {
    pieces.push(piece);
    return true;
  });
  return stop === null ? success(pieces.join("")) : failure(stop.reason);
}

class OverSize extends Error {}

async function* decompressed(source: AsyncIterable<Buffer>, maxSize: number): AsyncGenerator<Buffer> {
  const bytes = bounded(source, maxSize, "");
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { value, done } = await bytes.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  const all = (async function* () {
    yield head;
    yield* bytes;
  })();
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  if (isGzip) yield* bounded(inflated(all), maxSize, " when decompressed");
  else yield* all;
}

function inflated(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: pieceSize });
  // Errors of the source come out of it, too.
  pipeline(Readable.from(bytes), gunzip, () => {});
  return gunzip;
}

async function* bounded(bytes: AsyncIterable<Buffer>, maxSize: number, when: string): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > maxSize) throw new OverSize(overLimit("maxSize", `over ${sizeText(maxSize)}${when}`));
    yield piece;
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
  ENAMETOOLONG: "the name is too long",
  Z_BUF_ERROR: "the gzip data is cut off",
  Z_DATA_ERROR: "the gzip data is damaged",
};

/** Why it cannot be read, in a few words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code === undefined ? undefined : reasons[code]) ?? message ?? "it cannot be read";
}
