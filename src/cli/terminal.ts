import { once } from "node:events";
import type { Writable } from "node:stream";
import { printable } from "../report/words.ts";
import { type Style, withoutControls } from "./style.ts";

/** Where a command writes to. */
export interface Terminal {
  readonly style: Style;
  /** How many characters a line of it holds. */
  readonly columns: number;
  /** To standard output. Gives a promise where its reader is slow: await it before more is printed. */
  print(text: string): unknown;
  /** One line to standard error. */
  complain(line: string): void;
}

/** What the command's exit status says. */
export const exitStatus = { nothing: 0, found: 1, unusable: 2 } as const;

/**
 * A terminal on two streams. Whatever is written, no control character reaches them but line ends, and colours where the
 * style has any; in a complaint, not even line ends.
 */
export function terminalOn(output: Writable, errors: Writable, style: Style): Terminal {
  const isColoured = style.red("") !== "";
  return {
    style,
    columns: columnsOf(output),
    async print(text) {
      if (!output.write(withoutControls(text, isColoured))) await once(output, "drain");
    },
    complain: (line) => void errors.write(`jsep-machine: ${printable(line)}\n`),
  };
}

// Less has no room for a call beside its verdict.
const fewestColumns = 60;
const usualColumns = 80;

function columnsOf(output: Writable & { readonly columns?: number }): number {
  return Math.max(output.columns ?? usualColumns, fewestColumns);
}

// A write costs more than a line. In UTF-16 code units.
const batchOfLines = 65_536;

/** Prints a text that may be too long for one string. */
export async function printAll(pieces: Iterable<string>, terminal: Terminal): Promise<void> {
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < batchOfLines) continue;
    await terminal.print(batch);
    batch = "";
  }
  if (batch !== "") await terminal.print(batch);
}
