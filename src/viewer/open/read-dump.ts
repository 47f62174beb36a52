import type { DetailedReport } from "../../report/detailed-report.ts";
import { detailedReportOn } from "../../report/detailed-report.ts";
import { failure, type Result, success } from "../../result.ts";
import { readTrace } from "../../trace/read-trace.ts";

// A dump decompressed: a decompression bomb must not fill the memory.
const largestDump = 256 * 1024 * 1024;

/** Reads and judges a dump, in this page alone. The reason is a sentence. */
export async function readDump(name: string, dump: Blob): Promise<Result<DetailedReport>> {
  try {
    if (dump.size > largestDump) return failure(`${name}: over ${largestDump} bytes`);
    const start = new Uint8Array(await dump.slice(0, 2).arrayBuffer());
    const isGzip = start[0] === 0x1f && start[1] === 0x8b;
    const bytes = isGzip ? await decompressed(dump) : new Uint8Array(await dump.arrayBuffer());
    if (bytes === null) return failure(`${name}: over ${largestDump} bytes when decompressed`);
    const reading = readTrace(bytes);
    return reading.ok ? success(detailedReportOn(name, reading.value, {})) : failure(`${name}: ${reading.reason}`);
  } catch (error) {
    return failure(`${name}: it cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function decompressed(dump: Blob): Promise<Uint8Array | null> {
  const reader = dump.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.length;
    if (size > largestDump) {
      await reader.cancel();
      return null;
    }
    pieces.push(piece.value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
