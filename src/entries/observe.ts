/**
 * Judges the calls on a live peer connection as they happen.
 *
 * @module
 */
export { type Conformable, type ConformanceMatchers, matchers } from "../testing/matchers.ts";
export { type ObserveOptions, type Observer, observe } from "../testing/observe/observe.ts";
export type { PeerConnectionLike } from "../testing/peer-connection.ts";
export type { CountedDeviation, Summary } from "../testing/summary.ts";
