import type { JsonBounds } from "../../trace/json.ts";

/** What bounds the memory that a client can make `serve` use. */
export interface Limits {
  /** The longest request, in bytes, its line end apart. */
  readonly maxLine: number;
  /** The most sessions open at a time. */
  readonly maxSessions: number;
  /** The most text that all sessions together may hold, in UTF-16 code units. */
  readonly maxText: number;
}

/** The default limits. A description of 1 MiB is a line six times as long if every character is escaped. */
export const defaultLimits: Limits = { maxLine: 8 * 1024 ** 2, maxSessions: 65_536, maxText: 64 * 1024 ** 2 };

/** How far the limits can be raised. A line takes some times its length while it is parsed; a Map holds 2²⁴. */
export const highestLimits: Limits = { maxLine: 16 * 1024 ** 2, maxSessions: 16_000_000, maxText: 1024 ** 3 };

/**
 * The most text that one session may hold: room for its six descriptions, of 1 MiB each; no answer is too long for a
 * string.
 */
export const maxSessionText = 8 * 1024 ** 2;

/** The longest name of a session, in UTF-16 code units. */
export const maxNameLength = 256;

/** The longest request to create a session, in UTF-16 code units: options stay in memory, and need little text. */
export const maxCreateLength = 16_384;

/** How much structure a request may have: options with long lists have far less. */
export const requestBounds: JsonBounds = { maxDepth: 100, maxValues: 10_000 };
