import { defaultTraceLimits, type TraceLimits, type TraceStop } from "../trace/limits.ts";

/** What bounds the reading of a file: files come from strangers. */
export interface ReadingLimits extends Omit<TraceLimits, "maxLineLength" | "maxExpandedLength"> {
  /** In bytes: of the file, of what is in it when it is decompressed, and of what rtcstats left out of descriptions. */
  readonly maxSize: number;
  /** In UTF-16 code units. */
  readonly maxLine: number;
}

const { maxSteps, maxLines, maxLineLength, maxDepth } = defaultTraceLimits;

const mebibyte = 1024 ** 2;

/** The limits of `replay`, where an option sets no other. */
export const replayLimits: ReadingLimits = {
  maxSize: 256 * mebibyte,
  maxSteps,
  // Each has an oracle, which keeps its descriptions.
  maxConnections: 100_000,
  maxLines,
  maxLine: maxLineLength,
  maxDepth,
};

/** The limit of `check`: a description of more than 1 MiB is not judged anyway. */
export const checkMaxSize = 16 * mebibyte;

/** An option of the command that sets a limit. */
export interface LimitOption {
  readonly flags: string;
  readonly description: string;
  /** A size may end in K, M or G. */
  readonly isSize: boolean;
  readonly highest: number;
}

const countless = 1_000_000_000;

/** The options that set the limits. */
export const limitOptions: { readonly [Name in keyof ReadingLimits]: LimitOption } = {
  maxSize: {
    flags: "--max-size <size>",
    description: "the most bytes of a file, also when it is decompressed; K, M and G count in 1024",
    isSize: true,
    highest: 1024 ** 4,
  },
  maxSteps: {
    flags: "--max-steps <count>",
    description: "the most calls in a dump",
    isSize: false,
    highest: countless,
  },
  maxConnections: {
    flags: "--max-connections <count>",
    description: "the most peer connections in a dump",
    isSize: false,
    highest: countless,
  },
  maxLines: {
    flags: "--max-lines <count>",
    description: "the most lines, or updates, in a dump",
    isSize: false,
    highest: countless,
  },
  maxLine: {
    flags: "--max-line <size>",
    description: "the longest line, or update, in a dump",
    isSize: true,
    highest: 128 * mebibyte,
  },
  maxDepth: {
    flags: "--max-depth <levels>",
    description: "how deep JSON in a dump may be nested",
    isSize: false,
    highest: 10_000,
  },
};

// A dump whose descriptions are too long when they are written out is too large, too.
const limitOf: { readonly [Name in keyof TraceLimits]: keyof ReadingLimits } = {
  maxSteps: "maxSteps",
  maxConnections: "maxConnections",
  maxLines: "maxLines",
  maxLineLength: "maxLine",
  maxDepth: "maxDepth",
  maxExpandedLength: "maxSize",
};

/** The limits for the reader of a dump. */
export function traceLimitsOf({ maxSize, maxLine, ...others }: ReadingLimits): TraceLimits {
  return { ...others, maxLineLength: maxLine, maxExpandedLength: maxSize };
}

/** Why the reading of a dump ended, with the option that lets it go on. */
export function stopText({ reason, limit }: TraceStop): string {
  return limit === null ? reason : overLimit(limitOf[limit], reason);
}

/** What exceeds a limit, with the option that raises it. */
export function overLimit(limit: keyof ReadingLimits, reason: string): string {
  return `${reason}: raise the limit with ${limitOptions[limit].flags.split(" ")[0]}`;
}

/** The value of an option; null where it is unusable, or above the highest. */
export function limitFrom(text: string, { isSize, highest }: LimitOption): number | null {
  const [, digits, unit = ""] = (isSize ? /^([1-9]\d*)([KMG]?)$/i : /^([1-9]\d*)$/).exec(text) ?? [];
  if (digits === undefined) return null;
  const value = Number(digits) * 1024 ** ["", "K", "M", "G"].indexOf(unit.toUpperCase());
  return value <= highest ? value : null;
}

/** A number of bytes, in the unit that the options take. */
export function sizeText(bytes: number): string {
  const power = [3, 2, 1].find((exponent) => bytes % 1024 ** exponent === 0 && bytes > 0) ?? 0;
  return power === 0 ? `${bytes} bytes` : `${bytes / 1024 ** power}${["", "K", "M", "G"][power]}`;
}
