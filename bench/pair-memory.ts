// What pairs of the fake leave behind, one after the other: with --expose-gc, `node bench/pair-memory.ts` measures it alone.

import { closePair, connectPair, type Implementation, implementations, tracksOf } from "./implementations.ts";
import { type Measurement, table } from "./measurement.ts";
import { usedHeap } from "./memory.ts";
import { sized } from "./short.ts";

// The trace of a world keeps the latest 256 to 511 connections: after a multiple of 256 it always keeps as many.
const before = sized(1024, 128);
const count = sized(10_240, 128);

/** The bytes of heap that a pair leaves, closed, and dropped without close(). */
export async function measurePairMemory(): Promise<Measurement[]> {
  return [await measureLeft("closed", true), await measureLeft("dropped without close()", false)];
}

async function measureLeft(how: string, isClosed: boolean): Promise<Measurement> {
  const implementation = await implementations.fake();
  await makePairs(implementation, before, isClosed);
  const heap = usedHeap();
  await makePairs(implementation, count, isClosed);
  const left = usedHeap() - heap;
  return {
    what: `What a pair of the fake leaves behind, ${how} (of ${count.toLocaleString("en")})`,
    value: left / count,
    unit: "bytes",
    target: { bound: "at most", value: 100 },
    context: `${(left / 1e6).toFixed(1)} MB of heap`,
  };
}

async function makePairs(implementation: Implementation, pairs: number, isClosed: boolean): Promise<void> {
  const tracks = tracksOf(implementation);
  for (let index = 0; index < pairs; index++) {
    const pair = await connectPair(implementation, tracks);
    if (isClosed) await closePair(pair);
  }
  // What is still queued for the last of them.
  await new Promise((resolve) => setTimeout(resolve, 50));
}

if (import.meta.main) console.log(table(await measurePairMemory()));
