import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** The bytes in use on the heap, garbage apart. The second collection takes what the first has only let go. */
export function usedHeap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
