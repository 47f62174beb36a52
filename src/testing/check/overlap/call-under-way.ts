import type { EndOfCall } from "./model/end-of-work.ts";

/** A call that was made: its number, its code, and what is known of its end. */
export interface CallUnderWay {
  readonly id: number;
  readonly code: string;
  settlement: EndOfCall | null;
  /** Did close() overtake it? Then it must never settle. */
  overtaken: boolean;
  /** Is called when it is settled. */
  readonly ended: () => void;
}
