import { doubts } from "./doubts.ts";
import type { Fault } from "./fault.ts";
import type { Listener } from "./listener.ts";
import { likelyNames } from "./near-miss.ts";
import { syntaxWarnings } from "./syntax-warnings.ts";

/** A fault that was heard of, and the index of the media section that its line is in, or null. */
export interface Heard {
  readonly fault: Fault;
  readonly mLineIndex: number | null;
}

/** Of the errors and of the warnings so many are listed each, and one that counts the others. */
const mostHeard = 100;

/** A listener that keeps what it hears. */
export function hearing() {
  const errors = newList();
  const warnings = newList();
  const inDoubt = doubts();
  const listener: Listener = {
    warnings: syntaxWarnings,
    likelyName: likelyNames(),
    hear(severity, fault, mLineIndex) {
      const list = severity === "error" ? errors : warnings;
      if (list.heard.length > mostHeard) list.more++;
      else list.heard.push({ fault: fault(), mLineIndex });
    },
    doubt: inDoubt.add,
  };
  return { listener, doubts: inDoubt, errors: () => allOf(errors), warnings: () => allOf(warnings) };
}

interface List {
  readonly heard: Heard[];
  /** How many were heard that are not kept. */
  more: number;
}

function newList(): List {
  return { heard: [], more: 0 };
}

/** In the order of the lines. Where not all are kept, the last that was heard says how many more there are. */
function allOf({ heard, more }: List): readonly Heard[] {
  const last = heard[mostHeard];
  const listed = heard.slice(0, mostHeard);
  if (last !== undefined) {
    const { fault, mLineIndex } = last;
    listed.push({
      fault: more === 0 ? fault : { ...fault, message: `${fault.message}; ${more} more are not listed` },
      mLineIndex,
    });
  }
  return listed.sort((a, b) => a.fault.sdpLineNumber - b.fault.sdpLineNumber);
}
