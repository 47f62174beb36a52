import { isUtf8 } from "node:buffer";
import { failure, type Result, success } from "../../result.ts";

/** A line of the input, or why it cannot be read. */
export type Line = Result<string>;

/** Makes lines of bytes, in bounded memory: a line that is too long is not kept, and comes out as one failure. */
export interface LineReader {
  /** The lines that these bytes complete. */
  push(bytes: Buffer): readonly Line[];
  /** At the end of the input: the last line, where it has no end. */
  end(): readonly Line[];
}

const newline = 0x0a;
const noBytes = Buffer.alloc(0);
const notUtf8 = failure("the line is not UTF-8");

/**
 * A reader of lines of at most that many bytes. A line ends with LF; a CR before it is left to JSON, as white space.
 */
export function lineReader(maxLine: number): LineReader {
  const tooLong = failure(`the line is longer than ${maxLine} bytes`);
  // The beginning of a line whose end has not come, in a buffer that grows: pieces may be as small as a byte.
  let begun = noBytes;
  let length = 0;
  let skipping = false;

  /** Adds to the line that has begun. Gives it back as unreadable when it gets too long: once, then it is skipped. */
  function keep(piece: Buffer): readonly Line[] {
    if (skipping) return [];
    if (length + piece.length > maxLine) {
      skipping = true;
      return [tooLong];
    }
    if (length + piece.length > begun.length) {
      const larger = Buffer.allocUnsafe(Math.min(maxLine, 2 * (length + piece.length)));
      begun.copy(larger, 0, 0, length);
      begun = larger;
    }
    piece.copy(begun, length);
    length += piece.length;
    return [];
  }

  /** The line that has begun, which ends here. */
  function complete(): readonly Line[] {
    const lines = skipping ? [] : [decoded(begun.subarray(0, length))];
    begun = noBytes;
    length = 0;
    skipping = false;
    return lines;
  }

  /** Whole lines: decoded all at once, where that is safe. */
  function linesIn(bytes: Buffer): readonly Line[] {
    if (bytes.length <= maxLine && isUtf8(bytes)) return bytes.toString("utf8").split("\n").map(success);
    const lines: Line[] = [];
    for (let start = 0; start <= bytes.length; ) {
      const found = bytes.indexOf(newline, start);
      const end = found === -1 ? bytes.length : found;
      lines.push(end - start > maxLine ? tooLong : decoded(bytes.subarray(start, end)));
      start = end + 1;
    }
    return lines;
  }

  return {
    push(bytes) {
      const first = bytes.indexOf(newline);
      if (first === -1) return keep(bytes);
      const last = bytes.lastIndexOf(newline);
      return [
        ...keep(bytes.subarray(0, first)),
        ...complete(),
        ...(first < last ? linesIn(bytes.subarray(first + 1, last)) : []),
        ...keep(bytes.subarray(last + 1)),
      ];
    },
    end: () => (length > 0 ? complete() : []),
  };
}

function decoded(bytes: Buffer): Line {
  return isUtf8(bytes) ? success(bytes.toString("utf8")) : notUtf8;
}
