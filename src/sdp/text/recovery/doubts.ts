import type { Attribute } from "../level.ts";

/** A level whose attributes can be put in doubt. */
export interface Doubtable {
  known: Map<string, Attribute[]>;
}

/** What the syntax errors of a text leave in doubt: some attributes, or anything. */
export interface Doubts {
  /** The level's attributes of that name are in doubt. */
  readonly addAttribute: (level: Doubtable, name: string) => void;
  /** Everything is. */
  readonly addEverything: () => void;
  /** From now on it is noted who asks for an attribute in doubt. */
  readonly watch: () => void;
  /** What comes of a use of the attributes, and whether it rests on none that are in doubt. */
  readonly use: <Value>(compute: () => Value) => { readonly value: Value; readonly isCertain: boolean };
}

/** No doubts yet. */
export function doubts(): Doubts {
  const names = new Map<Doubtable, Set<string>>();
  let ofEverything = false;
  let isTouched = false;
  return {
    addAttribute(level, name) {
      names.set(level, (names.get(level) ?? new Set()).add(name));
    },
    addEverything() {
      ofEverything = true;
    },
    watch() {
      for (const [level, inDoubt] of names) {
        level.known = watched(level.known, (name) => {
          isTouched ||= inDoubt.has(name);
        });
      }
    },
    use(compute) {
      isTouched = false;
      const value = compute();
      return { value, isCertain: !ofEverything && !isTouched };
    },
  };
}

/** The same attributes, where it is noted which are asked for. */
function watched(known: Doubtable["known"], ask: (name: string) => void): Doubtable["known"] {
  const copy = new Map(known);
  return Object.assign(copy, {
    get(name: string) {
      ask(name);
      return known.get(name);
    },
    has(name: string) {
      ask(name);
      return known.has(name);
    },
  });
}
