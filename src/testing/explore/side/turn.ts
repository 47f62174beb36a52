import type { Connection } from "../../../connection/connection.ts";
import type { CodePropertyName } from "../property.ts";

/** What a side does next, from its own point of view. */
export type SideChoice =
  /** The waiting task with that index. */
  | { readonly kind: "task"; readonly index: number }
  /** The timer of its code that is due first. */
  | { readonly kind: "timer" }
  /** The next action of its application. */
  | { readonly kind: "act" }
  /** The connection is closed, in between: a fault. */
  | { readonly kind: "close" }
  /** These messages arrive, one after the other and nothing in between. */
  | { readonly kind: "message"; readonly messages: readonly string[] };

/** A property that does not hold. */
export interface CodeViolation {
  readonly property: CodePropertyName;
  readonly message: string;
}

/** One turn of a side's event loop, and how things stand after it. All of it is the same whenever deterministic code takes the turn again. */
export interface SideTurn {
  /** What began it. */
  readonly what: string;
  /** What came of it, in order: calls, how they ended, messages. */
  readonly notes: readonly string[];
  /** The methods that were called to create or set a description. */
  readonly calls: readonly string[];
  /** The messages that were sent. */
  readonly sent: readonly string[];
  readonly violations: readonly CodeViolation[];
  readonly sights: readonly string[];
  /** What may come next, but for messages. */
  readonly choices: readonly SideChoice[];
  /** Does the code take messages? */
  readonly listens: boolean;
  /** Is nothing under way at this side? */
  readonly isIdle: boolean;
  /** Does something under way not happen, since it lies beyond the bound of the virtual time? */
  readonly isCut: boolean;
  /** What the models of its connections hold, in the order in which they were made. */
  readonly connections: readonly Connection[];
  /** The calls whose promises are pending, of connections that are open. */
  readonly pending: readonly string[];
}

/** A text that differs between turns that do. */
export function turnFingerprint({ what, notes, sent, choices, listens, isIdle, pending }: SideTurn): string {
  return JSON.stringify([what, notes, sent, choices, listens, isIdle, pending]);
}
