import type { Step } from "../../oracle/verdict/step.ts";

/** Where a call led to. */
export function statesText({ before, observed }: Step): string {
  if (observed.outcome === "unsettled") return `in ${before}`;
  return before === observed.signalingState ? `stays ${before}` : `${before} → ${observed.signalingState}`;
}

/** A length of time, given in ms, as people read it. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** When something happened, since the dump begins; both in ms since the epoch. */
export function sinceStart(time: number, start: number): string {
  return `+${duration(Math.max(0, time - start))}`;
}
