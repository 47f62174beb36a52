import type { VectorCase } from "./vectors.ts";

type Path = readonly string[];

// What of a case says what is expected; the rest is what is done.
const expecting = new Set(["expected", "rejection", "next", "implicitRollback", "signalingState", "effects", "after"]);

/** The places in a case where something is expected: every value that holds no others. */
export function expectations(vector: VectorCase): readonly Path[] {
  const { id: _, options: __, ...rest } = vector;
  return leaves(rest, []).filter((path) => path.some((step) => expecting.has(step)));
}

/** The case with another value in that place. */
export function mutated(vector: VectorCase, path: Path): VectorCase {
  return withMember(vector, path) as VectorCase;
}

function leaves(value: unknown, path: Path): readonly Path[] {
  if (isLeaf(value)) return [path];
  return Object.entries(value as object).flatMap(([key, member]) => leaves(member, [...path, key]));
}

// An edited text stands for one string.
function isLeaf(value: unknown): boolean {
  return typeof value !== "object" || value === null || Object.keys(value).length === 0 || "from" in value;
}

function withMember(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return another(value);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? withMember(item, rest) : item));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withMember(object[key], rest) };
}

function another(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (typeof value === "string") return `${value}x`;
  return Array.isArray(value) ? [{ type: "another" }] : { code: "another", type: "offer" };
}
