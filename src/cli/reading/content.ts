import { once } from "node:events";
import { createGunzip } from "node:zlib";
import { isGzip } from "../../trace/read-trace.ts";
import { overLimit, sizeText } from "../reading-limits.ts";
import { binaryKind } from "./file-kind.ts";
import { type TextDecoding, textDecodingFor } from "./text-decoding.ts";
import { isZip } from "./zip-entries.ts";

/** Takes a text piece by piece; false ends the reading. */
export type TakeText = (text: string) => boolean;

/** More than may be read. The message is a line. */
export class OverSize extends Error {}

/** What is no text. The message says what it is. */
export class NoText extends Error {}

/** Nothing more is wanted. */
class Enough extends Error {}

/** How much may still be read, over all the parts of a file. */
export interface Budget {
  readonly maxSize: number;
  left: number;
}

/**
 * Reads bytes as text, decompressing gzip, which is recognised by its content. What comes of damaged or cut-off gzip
 * before the fault is taken.
 *
 * @returns the archive, where the bytes are a zip archive; null where they were read
 * @throws OverSize, NoText, or an error of the system or of zlib, which has a code
 */
export async function readContent(
  source: AsyncIterable<Buffer>,
  budget: Budget,
  take: TakeText,
): Promise<Buffer | null> {
  const bytes = withHead(source);
  try {
    const first = await bytes.next();
    if (first.done === true) return null;
    const isCompressed = isGzip(first.value);
    // What is decompressed is counted apart from what it is made of.
    const read = bounded(bytes, first.value, isCompressed ? { ...budget } : budget, "");
    if (isZip(first.value)) return Buffer.concat(await collected(read));
    const text = textSink(take);
    if (isCompressed) await inflate(read, budget, text);
    else {
      for await (const piece of read) text.write(piece);
      text.end();
    }
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return null;
}

// So much shows what the bytes are.
const headLength = 4;

async function* withHead(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const piece of source) {
    if (head === null) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < headLength) continue;
    yield head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
}

async function* bounded(
  bytes: AsyncIterable<Buffer>,
  first: Buffer,
  budget: Budget,
  when: string,
): AsyncGenerator<Buffer> {
  spend(first, budget, when);
  yield first;
  for await (const piece of bytes) {
    spend(piece, budget, when);
    yield piece;
  }
}

function spend({ length }: Buffer, budget: Budget, when: string): void {
  budget.left -= length;
  if (budget.left >= 0) return;
  throw new OverSize(overLimit("maxSize", `over ${sizeText(budget.maxSize)}${when}`));
}

async function collected(bytes: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return pieces;
}

interface TextSink {
  write(bytes: Buffer): void;
  end(): void;
}

function textSink(take: TakeText): TextSink {
  let decoding: TextDecoding | null = null;
  const pass = (text: string) => {
    if (!take(text)) throw new Enough();
  };
  return {
    write(bytes) {
      if (decoding === null) {
        const kind = binaryKind(bytes);
        if (kind !== null) throw new NoText(kind);
        decoding = textDecodingFor(bytes);
      }
      pass(decoding.write(bytes));
    },
    end: () => pass(decoding?.end() ?? ""),
  };
}

const inflatedPiece = 256 * 1024;

// An error of zlib would overtake what waits to be read: so each piece is taken as soon as it is there.
async function inflate(bytes: AsyncIterable<Buffer>, budget: Budget, text: TextSink): Promise<void> {
  const gunzip = createGunzip({ chunkSize: inflatedPiece });
  const ended = new Promise<void>((resolve, reject) => {
    gunzip.on("error", reject).on("end", resolve);
    gunzip.on("data", (piece: Buffer) => {
      try {
        spend(piece, budget, " when decompressed");
        text.write(piece);
      } catch (error) {
        gunzip.destroy(error as Error);
      }
    });
  });
  ended.catch(() => {});
  for await (const piece of bytes) {
    if (!gunzip.write(piece)) await Promise.race([once(gunzip, "drain"), ended]);
    if (gunzip.destroyed) break;
  }
  gunzip.end();
  await ended;
  text.end();
}
