import type { TraceStop } from "./limits.ts";

/** Reads a text piece by piece. After a stop nothing more may be pushed. */
export interface TextReader {
  /** Reads on; gives why it stops, if it does. */
  push(text: string): TraceStop | null;
  /** The text ends. */
  end(): TraceStop | null;
  /** Where the reading stands, in a phrase: `in connection 8-1, after 12 updates`. */
  place(): string;
}
