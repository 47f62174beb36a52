import type { RuleEntry } from "../rule-entry.ts";
import type { Fault } from "./fault.ts";
import type { Attribute } from "./level.ts";
import type { SyntaxWarningId } from "./syntax-warnings.ts";

/** A level whose attributes can be put in doubt. */
export interface Doubtable {
  known: Map<string, Attribute[]>;
}

/**
 * Who wants everything that is wrong or odd, not only the first fault: reading goes on wherever it can. What only a
 * listener needs comes along with it, so that a reader without one does without.
 */
export interface Listener {
  readonly warnings: readonly RuleEntry<SyntaxWarningId>[];
  /** The known attribute that an unknown name is likely to be meant as. */
  readonly likelyName: (name: string) => string | null;
  /** Receives a fault, with the index of the media section that the line is in, or null. The fault is built only if asked for. */
  readonly hear: (severity: "error" | "warning", fault: () => Fault, mLineIndex: number | null) => void;
  /** Learns that the level's attributes of that name are in doubt; without a name, that anything is. */
  readonly doubt: (level: Doubtable, name: string | null) => void;
}
