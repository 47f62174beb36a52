import type { Readable } from "node:stream";
import { fromBufferPromise, type ZipFile } from "yauzl";

/** A file in a zip archive. */
export interface ZipEntry {
  readonly name: string;
  /** Opens it; null where it is encrypted, or compressed by a method that is not supported. */
  open(): Promise<Readable | null>;
}

/** The beginning of every zip archive that has files. */
export function isZip([one, other, third, fourth]: Buffer): boolean {
  return one === 0x50 && other === 0x4b && third === 0x03 && fourth === 0x04;
}

/** The archive does not hold together. */
export class DamagedZip extends Error {}

/**
 * The files in an archive, one after the other; folders are left out, and what macOS adds for its own use.
 *
 * @throws DamagedZip where the archive is cut off or damaged
 */
export async function* zipEntries(archive: Buffer): AsyncGenerator<ZipEntry> {
  const zip = await fromBufferPromise(archive).catch(damaged);
  const entries = zip.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const next = await entries.next().catch(damaged);
    if (next.done === true) return;
    const name = next.value.fileName;
    if (name.endsWith("/") || /^__MACOSX\/|(?:^|\/)\.[^/]*$/.test(name)) continue;
    yield { name, open: () => opened(zip, next.value) };
  }
}

async function opened(zip: ZipFile, entry: Parameters<ZipFile["openReadStreamPromise"]>[0]): Promise<Readable | null> {
  return entry.canDecodeFileData() ? zip.openReadStreamPromise(entry).catch(damaged) : null;
}

function damaged(): never {
  throw new DamagedZip();
}
