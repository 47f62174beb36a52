import { createDetailedJudging, type DetailedReport } from "../../report/detailed-report.ts";
import { failure, type Result, success } from "../../result.ts";
import { defaultTraceLimits, type TraceStop } from "../../trace/limits.ts";
import { isGzip } from "../../trace/read-trace.ts";
import { traceReader } from "../../trace/trace-reader.ts";

// A dump decompressed: a decompression bomb must not fill the memory.
const largestDump = 256 * 1024 * 1024;

/** Reads and judges a dump, in this page alone, piece by piece. The reason is a line. */
export async function readDump(name: string, dump: Blob): Promise<Result<DetailedReport>> {
  const judging = createDetailedJudging({});
  const reader = traceReader(judging, defaultTraceLimits);
  let stop: TraceStop | null = null;
  try {
    let size = 0;
    for await (const text of textOf(dump)) {
      size += text.length;
      if (size > largestDump) return failure(`${name}: over ${largestDump} characters`);
      stop = reader.push(text);
      if (stop !== null) break;
    }
    stop ??= reader.end();
  } catch (error) {
    return failure(`${name}: it cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { format } = reader;
  if (stop !== null && (!stop.isPartial || format === null)) return failure(`${name}: ${stop.reason}`);
  return success(judging.report(name, format ?? "rtcstats", stop?.reason ?? null));
}

async function* textOf(dump: Blob): AsyncGenerator<string> {
  const start = new Uint8Array(await dump.slice(0, 2).arrayBuffer());
  const bytes = isGzip(start) ? dump.stream().pipeThrough(new DecompressionStream("gzip")) : dump.stream();
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    yield decoder.decode(piece.value, { stream: true });
  }
  yield decoder.decode();
}
