/** One `a=` line; the value is empty where it has none. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** 1-based. */
  readonly sdpLineNumber: number;
}

/** The session part, or a media section: what can hold attributes. */
export interface Level {
  /** All of them, in their order. */
  readonly attributes: readonly Attribute[];
  /** Those the grammar knows at this level, by name; the four directions are found as `direction`. */
  readonly known: ReadonlyMap<string, readonly Attribute[]>;
}

const noAttributes: readonly Attribute[] = Object.freeze([]);

/** The attributes of that name at that level alone. */
export function all(level: Level, name: string): readonly Attribute[] {
  return level.known.get(name) ?? noAttributes;
}

/** The first attribute of that name at that level alone. */
export function own(level: Level, name: string): Attribute | null {
  return level.known.get(name)?.[0] ?? null;
}

/** Whether the level itself has the attribute. */
export function has(level: Level, name: string): boolean {
  return level.known.has(name);
}
