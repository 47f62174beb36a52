import type { Reference } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";

/** The places in the specifications that the rejections of one file name: each written out once. */
export class References {
  readonly #used = new Map<string, Reference>();

  /** A copy of the value in which every reference is its name: `RFC 9429 §5.7`. */
  write(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.write(item));
    if (typeof value !== "object" || value === null) return value;
    if ("spec" in value) return this.#nameOf(value as Reference);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, this.write(member)]));
  }

  /** The references by their names. */
  get used(): Readonly<Record<string, Reference>> {
    return Object.fromEntries(this.#used);
  }

  #nameOf(reference: Reference): string {
    const name = `${reference.spec} ${reference.section}`;
    this.#used.set(name, reference);
    return name;
  }
}

/** What the rules on SDP that the rejections in these cases name ask for. */
export function rulesIn(cases: unknown): Readonly<Record<string, string>> {
  const ids = rulesNamedIn(cases);
  return Object.fromEntries(sdpRules.filter(({ id }) => ids.has(id)).map(({ id, summary }) => [id, summary]));
}

function rulesNamedIn(value: unknown): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return new Set();
  const own = "rule" in value && typeof value.rule === "string" ? [value.rule] : [];
  return new Set([...own, ...Object.values(value).flatMap((member) => [...rulesNamedIn(member)])]);
}
