// Loaded into a process before its script: reports its memory and its time to the parent, on request.

/** What a process uses, in bytes. */
export interface MemoryUse {
  /** After a collection. */
  readonly heap: number;
  /** Before one: what it has come to by itself. */
  readonly rss: number;
  /** The highest until now. */
  readonly peakRss: number;
}

process.on("message", (asked) => {
  if (asked === "time") {
    const { user, system } = process.cpuUsage();
    // In ms: what the processor spent on this process, whatever else runs.
    process.send?.((user + system) / 1000);
    return;
  }
  const { rss } = process.memoryUsage();
  // The second collection takes what only finalization of the first has let go.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed } = process.memoryUsage();
  process.send?.({ heap: heapUsed, rss, peakRss: process.resourceUsage().maxRSS * 1024 } satisfies MemoryUse);
});
// The channel must not keep the process from ending.
process.channel?.unref();
