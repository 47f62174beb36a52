// What an idle session occupies, its SDP text apart.
import type { Session } from "../src/entries/index.ts";
import { exchangeThroughFunctions } from "./exchange.ts";
import type { Measurement } from "./measurement.ts";
import { sized } from "./short.ts";

const count = sized(100_000, 1000);

export function measureMemory(): Measurement {
  const sessions: (Session | null)[] = new Array(count).fill(null);
  const before = usedHeap();
  // All of them share one SDP text and their options, as a server's sessions share theirs.
  for (let index = 0; index < count; index++) sessions[index] = exchangeThroughFunctions();
  const after = usedHeap();
  if (sessions.at(-1)?.signalingState !== "stable") throw new Error("Nothing was measured");
  return {
    what: `An idle session, SDP text apart (of ${count.toLocaleString("en")})`,
    value: (after - before) / count,
    unit: "bytes",
    target: { bound: "at most", value: 200 },
    context: `${((after - before) / 1e6).toFixed(1)} MB of heap`,
  };
}

/** The bytes of the heap that are used after a collection. */
export function usedHeap(): number {
  if (globalThis.gc === undefined) throw new Error("Memory can be measured only with --expose-gc: npm run bench");
  // The second collection takes what only finalization of the first has let go.
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
