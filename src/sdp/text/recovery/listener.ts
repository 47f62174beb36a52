import type { Fault } from "../fault.ts";
import type { AttributeGrammar } from "../grammar/attribute-grammar.ts";
import type { Attribute, Level } from "../level.ts";
import type { SyntaxWarningId } from "../syntax-warnings.ts";

/** A line that is being read. */
export interface LineBeingRead {
  readonly text: string;
  readonly lineStart: number;
  /** 1-based. */
  readonly sdpLineNumber: number;
  /** Where its value begins and ends. */
  readonly at: number;
  readonly end: number;
  /** The media section that it is in. */
  readonly section: { readonly index: number } | null;
}

/** Who wants warnings. Their texts are the listener's, so that a reader without one does without them. */
export interface Listener {
  /** Receives a fault whose rule is tolerated, with the index of the media section that the line is in, or null. */
  readonly tolerated: (fault: Fault, mLineIndex: number | null) => void;
  /** Learns that a line is odd, where an attribute is: with what is known of it and what stands at its level before. */
  readonly warn: (
    line: LineBeingRead,
    id: SyntaxWarningId,
    attribute?: Attribute,
    grammar?: AttributeGrammar,
    level?: Level,
  ) => void;
  /** Learns of an attribute that is not known. */
  readonly unknown: (line: LineBeingRead, attribute: Attribute) => void;
}
