import fc from "fast-check";

/** A change of plain data: in one of its members, by something else, from elsewhere in it, or not at all. */
export interface JsonEdit {
  /** Chooses the member, of all there are at any depth. */
  readonly place: number;
  readonly change: "replace" | "copy" | "remove" | "add";
  readonly value: unknown;
}

const strings = ["", "stable", "offer", "rollback", "__proto__", "constructor", "v=0\r\n", "\u0000\u202e", "\ud800"];
const numbers = [0, -1, 1e21, 2 ** 53, 0.5, -0];
const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], ...strings, ...numbers),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer({ min: 1, max: 90 }).map((depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth)) as unknown),
);

export const jsonEdit: fc.Arbitrary<JsonEdit> = fc.record({
  place: fc.nat(),
  change: fc.constantFrom("replace", "replace", "copy", "remove", "add"),
  value: values,
});

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** A copy of plain data after the edits. */
export function editedJson(json: unknown, edits: readonly JsonEdit[]): unknown {
  const root: Record<string, unknown> = { root: structuredClone(json) };
  for (const { place, change, value } of edits) {
    const all = placesIn(root);
    // Everything may have been removed.
    const { holder, key } = all[place % all.length] ?? { holder: root, key: "root" };
    if (change === "remove") delete holder[key];
    else if (change === "add") define(holder, typeof value === "string" ? value : "length", structuredClone(value));
    else define(holder, key, change === "copy" ? copyFrom(all, place) : structuredClone(value));
  }
  return root.root;
}

// An assignment to __proto__ would change no member.
function define(holder: Record<string, unknown>, key: string, value: unknown): void {
  if (Array.isArray(holder) && key === "length") return;
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function copyFrom(all: readonly Place[], place: number): unknown {
  const { holder, key } = all[(place * 7919) % all.length] ?? { holder: {}, key: "" };
  return structuredClone(holder[key]);
}

function placesIn(root: Record<string, unknown>): readonly Place[] {
  const places: Place[] = [];
  const holders = [root];
  for (let holder = holders.pop(); holder !== undefined; holder = holders.pop()) {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      const value = holder[key];
      if (typeof value === "object" && value !== null) holders.push(value as Record<string, unknown>);
    }
  }
  return places;
}
