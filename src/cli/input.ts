import { createReadStream } from "node:fs";
import { printable } from "../report/words.ts";
import { failure, type Result, success } from "../result.ts";
import { type Budget, NoText, OverSize, readContent, type TakeText } from "./reading/content.ts";
import { kindLength, textKind } from "./reading/file-kind.ts";
import { DamagedZip, zipEntries } from "./reading/zip-entries.ts";

const pieceSize = 256 * 1024;

/** Why the rest of a file was not read. */
export interface InputStop {
  readonly reason: string;
  readonly isOverLimit: boolean;
}

/** Takes the text of a file, or of a file in a zip archive. */
export interface TextTaker {
  /** Takes a piece; false ends the reading. */
  readonly take: TakeText;
  /** The text has ended, or cannot be read on for that reason. */
  end(stop: InputStop | null): Promise<void>;
}

/**
 * Reads a file as text, piece by piece: UTF-8 or UTF-16, plain, in gzip, or the files in a zip archive, all of them
 * recognised by their content. `-` is standard input.
 *
 * @param maxSize the most bytes that are read, and that come of decompressing them
 * @param begin is passed the name of each file in an archive, or null, and gives who takes its text
 */
export async function readTexts(
  file: string,
  maxSize: number,
  begin: (entry: string | null) => TextTaker,
): Promise<void> {
  const source = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: pieceSize });
  const whole = begin(null);
  const found: { archive: Buffer | null } = { archive: null };
  const stop = await stopOf(async () => {
    found.archive = await readContent(source, { maxSize, left: maxSize }, whole.take);
  });
  source.destroy();
  if (found.archive === null) return whole.end(stop);
  await readArchive(found.archive, { maxSize, left: maxSize }, begin);
}

async function readArchive(archive: Buffer, budget: Budget, begin: (entry: string | null) => TextTaker): Promise<void> {
  const stop = await stopOf(async () => {
    for await (const { name, open } of zipEntries(archive)) {
      const text = begin(name);
      const unread = await stopOf(async () => {
        const source = await open();
        if (source === null) throw new NoText("encrypted, or compressed in an unknown way");
        const inner = await readContent(source, budget, text.take).finally(() => source.destroy());
        if (inner !== null) throw new NoText("a zip archive in a zip archive");
      });
      await text.end(unread);
      if (unread?.isOverLimit) return;
    }
  });
  if (stop !== null) await begin(null).end(stop);
}

/** Reads a whole file as the text of one SDP. The reason is a line. */
export async function readInput(file: string, maxSize: number): Promise<Result<string>> {
  const pieces: string[] = [];
  let read: Result<string> = failure("the zip archive holds no file");
  await readTexts(file, maxSize, (entry) => ({
    take(piece) {
      pieces.push(piece);
      return true;
    },
    async end(stop) {
      const text = pieces.join("");
      const isDump = textKind(text.slice(0, kindLength)) === "dump";
      if (entry !== null) read = failure("it is a zip archive: unpack it first");
      else if (stop !== null) read = failure(stop.reason);
      else read = isDump ? failure("it is a dump of a call, not an SDP: use jsep-machine replay") : success(text);
    },
  }));
  return read;
}

async function stopOf(read: () => Promise<void>): Promise<InputStop | null> {
  try {
    await read();
    return null;
  } catch (error) {
    const isOverLimit = error instanceof OverSize;
    if (error instanceof NoText) return { reason: `it is ${error.message}`, isOverLimit };
    if (error instanceof DamagedZip) return { reason: "the zip archive is cut off or damaged", isOverLimit };
    // Errors of the system and of zlib have a code; others are mistakes.
    if (!isOverLimit && (error as NodeJS.ErrnoException).code === undefined) throw error;
    return { reason: reasonOf(error), isOverLimit };
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
