// The scanner accepts exactly what JSON.parse accepts, in whatever pieces the text comes, and keeps what it is asked for.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonScanner } from "../../src/trace/json-scanner.ts";
import { readTrace } from "../../src/trace/read-trace.ts";
import { captureText } from "../cli/running/capture-files.ts";
import { captures } from "../cli/running/capture-verdicts.ts";

/** The values that are members of the members of a text, taken; null where the text is not JSON. */
function taken(text: string, pieceLength: number, bounds = { maxDepth: 1000, maxLength: 1_000_000 }) {
  const found: [key: string | null, value: unknown][] = [];
  const keys: (string | null)[] = [];
  let depth = 0;
  const scanner = jsonScanner(bounds, {
    value(_first, key) {
      if (depth < 2 && "{[".includes(_first)) {
        depth++;
        return "enter";
      }
      keys.push(key);
      return "take";
    },
    taken(value) {
      found.push([keys[found.length] ?? null, JSON.parse(value)]);
      return true;
    },
    left: () => void depth--,
  });
  for (let at = 0; at < text.length; at += pieceLength) {
    const fault = scanner.push(text.slice(at, at + pieceLength));
    if (fault !== null) return fault;
  }
  return scanner.end() ?? found;
}

/** The same, by JSON.parse. */
function parsed(text: string) {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return "not-json";
  }
  const isOpen = (value: unknown) => typeof value === "object" && value !== null;
  const membersOf = (value: unknown): [string | null, unknown][] =>
    Array.isArray(value) ? value.map((item) => [null, item]) : Object.entries(value as object);
  if (!isOpen(whole)) return [[null, whole]];
  return membersOf(whole).flatMap(([key, value]) => (isOpen(value) ? membersOf(value) : [[key, value]]));
}

const texts = fc.tuple(
  fc.json({ maxDepth: 4 }),
  fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'{}[],:"\\ \nu1-.eEtn\u0000x', "")), { maxLength: 2 }),
);

function mutated(text: string, changes: readonly (readonly [at: number, by: string])[]): string {
  return changes.reduce((changed, [place, by]) => {
    const at = place % (changed.length + 1);
    return `${changed.slice(0, at)}${by}${changed.slice(at + 1)}`;
  }, text);
}

// JSON.parse keeps the last of members of one name, and puts numbers first; the text has them all, in its own order.
const hasPlainKeys = (text: string) => {
  const keys = [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)].map(([, key]) => key ?? "");
  return new Set(keys).size === keys.length && !keys.some((key) => /^\d|\\|__proto__/.test(key));
};

describe("the JSON scanner", () => {
  it("accepts what JSON.parse accepts, in pieces of any length", () => {
    const property = fc.property(texts, fc.integer({ min: 1, max: 9 }), ([text, changes], pieceLength) => {
      const changed = mutated(text, changes);
      // A number or word is ended by what follows it: a root that is neither object nor list is not asked for.
      fc.pre(/^\s*[[{]/.test(changed));
      const [one, other] = [taken(changed, pieceLength), parsed(changed)];
      if (one === "not-json" || other === "not-json") expect(one, changed).toBe(other);
      else if (hasPlainKeys(changed)) expect(one, changed).toEqual(other);
    });
    fc.assert(property, { numRuns: 3000, seed: 7 });
  });

  it.each([
    "{}x",
    "[1 2]",
    "[01]",
    "[1.]",
    "[.5]",
    "[+1]",
    "[1e]",
    "[tru]",
    "[nulll]",
    '["\\x"]',
    '["\\u12g4"]',
    '["\t"]',
    '{"a"}',
    '{"a":}',
    "{a:1}",
    "{,}",
    "[,]",
    "[1,]",
    '{"a":1,}',
    "[}",
    "[",
    "",
    '["',
  ])("refuses %j", (text) => {
    expect(parsed(text)).toBe("not-json");
    for (const pieceLength of [1, 2, 100]) expect(taken(text, pieceLength)).toBe("not-json");
  });

  it("bounds the depth, and the length of what it keeps", () => {
    expect(taken("[[[]]]", 2, { maxDepth: 2, maxLength: 100 })).toBe("too-deep");
    expect(taken("[[[]]]", 2, { maxDepth: 3, maxLength: 100 })).toEqual([[null, []]]);
    expect(taken('[["abc"]]', 2, { maxDepth: 3, maxLength: 4 })).toBe("too-long");
    expect(taken('{"abcdef":1}', 2, { maxDepth: 3, maxLength: 4 })).toBe("too-long");
    expect(taken("[[11111111]]", 2, { maxDepth: 3, maxLength: 4 })).toBe("too-long");
  });
});

it.each(captures)("the capture $name is read alike with white space around everything", ({ name }) => {
  const text = captureText(name, "internals.json.gz");
  expect(readTrace(JSON.stringify(JSON.parse(text), null, "\t"))).toEqual(readTrace(text));
});
