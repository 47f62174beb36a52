import { unknownOption } from "../sdp/options.ts";

/** What bounds the reading of a dump: dumps come from strangers. */
export interface TraceLimits {
  /** The most steps: calls, and failures whose call is not logged. */
  readonly maxSteps: number;
  /** The most peer connections. */
  readonly maxConnections: number;
  /** The most lines of an rtcstats dump, or updates of a webrtc-internals dump. */
  readonly maxLines: number;
  /** The longest line or update, in UTF-16 code units. */
  readonly maxLineLength: number;
  /** How deep objects and lists may lie in each other. */
  readonly maxDepth: number;
  /** The most text that comes of writing out what rtcstats left out of descriptions, in UTF-16 code units. */
  readonly maxExpandedLength: number;
}

/** The limits of a reading; those that are missing have their default. */
export type TraceOptions = { readonly [Name in keyof TraceLimits]?: TraceLimits[Name] | undefined };

/** The default limits. An ordinary dump of 256 MiB stays below all of them. */
export const defaultTraceLimits: TraceLimits = {
  maxSteps: 1_000_000,
  maxConnections: 200_000,
  maxLines: 5_000_000,
  maxLineLength: 16 * 1024 ** 2,
  maxDepth: 100,
  maxExpandedLength: 256 * 1024 ** 2,
};

/** Why the reading of a dump ended before the dump did. */
export interface TraceStop {
  /** One line that says why. */
  readonly reason: string;
  /** The limit that the dump exceeds; null where the dump is unreadable. */
  readonly limit: keyof TraceLimits | null;
  /** Whether what was read before is the beginning of a dump, which can be judged. */
  readonly isPartial: boolean;
}

/** The dump cannot be read. */
export function unreadableDump(reason: string): TraceStop {
  return { reason, limit: null, isPartial: false };
}

/** The dump is damaged or cut off, after a beginning that could be read. */
export function partialDump(reason: string): TraceStop {
  return { reason, limit: null, isPartial: true };
}

/** The dump exceeds a limit. */
export function over(limit: keyof TraceLimits, reason: string): TraceStop {
  return { reason, limit, isPartial: true };
}

/**
 * Every limit, given or default.
 *
 * @throws TypeError where an option is unknown or not a positive number
 */
export function resolveLimits(functionName: string, options: TraceOptions): TraceLimits {
  const names = Object.keys(defaultTraceLimits) as (keyof TraceLimits)[];
  const unknown = unknownOption(options, names);
  if (unknown !== null) throw new TypeError(`${functionName}: ${unknown}`);
  const unusable = names.find((name) => options[name] !== undefined && !((options[name] as unknown as number) > 0));
  if (unusable !== undefined) throw new TypeError(`${functionName}: ${unusable} must be a positive number`);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...defaultTraceLimits, ...Object.fromEntries(given) };
}
