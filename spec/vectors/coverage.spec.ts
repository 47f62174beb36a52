import { describe, expect, it } from "vitest";
import { cells, profileNames } from "../../cases/transition-tables.ts";
import { callRejectionCodes, type Input } from "../../src/entries/connection.ts";
import { rejectionCodes } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";
import { type ConnectionCase, textOf, type VectorCase, vectorNames, vectorsIn } from "./running/vectors.ts";

const schema = JSON.parse(textOf("schema.json"));

interface Definition {
  readonly properties: { readonly type: { readonly enum?: readonly string[]; readonly const?: string } };
}

const files = vectorNames.map((name) => [name, vectorsIn(name)] as const);
const cases = (name: string): readonly VectorCase[] => vectorsIn(name).cases;

/** Not to be provoked by JSON: it takes a Symbol, or a getter or conversion that throws. */
const beyondJson = new Set(["description-unreadable", "sdp-not-a-string", "type-not-a-string"]);

/** It takes a text of more than 64 KiB. */
beyondJson.add("channel-text-too-long");

function codesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "error" in value && "code" in value ? [`${value.error} ${value.code}`] : [];
  return [...own, ...Object.values(value).flatMap(codesIn)];
}

describe.each(files)("vectors/%s", (name, file) => {
  it("has a version, the specifications followed, and cases with ids of their own", () => {
    const ids = file.cases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9-]+(\/[A-Za-z0-9-]+)+$/);
    expect(file).toMatchObject({ version: 2, vectors: name.replace(".json", "") });
    expect(textOf(name)).toContain("commit 1a2dfb478b3e");
    expect(textOf(name)).toContain('"spec":"RFC 9429"');
  });

  it("can be diffed, and stands alone", () => {
    const lines = textOf(name).split("\n");
    expect(lines.length).toBeGreaterThan(file.cases.length);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(6_000);
    expect(textOf(name)).not.toMatch(/\b(src|spec|scripts)\/|\.ts\b|[\p{Cc}\p{Cf}\p{Cs}](?<!\n)/u);
    expect(textOf(name)).not.toMatch(/\\ud[89a-f]/);
  });

  it("uses every text and reference that it holds", () => {
    const names = [...Object.keys(file.sdp ?? {}).map((text) => `"from":"${text}"`), ...Object.keys(file.references)];
    const written = JSON.stringify(file.cases);
    for (const used of names) expect(written).toContain(used);
  });
});

describe("the vectors together", () => {
  it("stay small", () => {
    const others = [...vectorNames, "schema.json"].filter((name) => name !== "connection.json");
    expect(others.reduce((sum, name) => sum + textOf(name).length, 0)).toBeLessThan(1_300_000);
    expect(textOf("connection.json").length).toBeLessThan(1_550_000);
  });

  it("have every cell of every profile once, as it was transcribed by hand", () => {
    const listed = cases("transitions.json").map(({ profile, state, side, type, next }) => ({
      profile,
      cell: { state, side, type, next },
    }));
    const byHand = profileNames.flatMap((profile) => cells[profile].map((cell) => ({ profile, cell })));
    expect(listed).toEqual(byHand);
    expect(listed.length).toBe(3 * 48);
    const implicit = cases("transitions.json").filter(({ implicitRollback }) => implicitRollback);
    expect(implicit.map(({ id }) => id)).toEqual(["webrtc-pc/have-local-offer/remote/offer"]);
  });

  it("provoke every rejection that JSON can provoke, and no other", () => {
    const provoked = new Set(files.flatMap(([, file]) => codesIn(file.cases)));
    const expected = [...rejectionCodes, ...callRejectionCodes].filter(({ code }) => !beyondJson.has(code));
    expect([...provoked].sort()).toEqual(expected.map(({ error, code }) => `${error} ${code}`).sort());
  });

  it("set every type on both sides, and make every other call, refused and applied", () => {
    const written = JSON.stringify(cases("sequences.json"));
    for (const kind of ["applied", "rejected", "create"]) expect(written).toContain(`"kind":"${kind}"`);
    for (const call of ["offerCreated", "answerCreated", "operationFailed", "close"]) {
      expect(written).toContain(`"method":"${call}"`);
    }
    expect(written).toMatch(/"rolledBack":\{/);
    expect(written).toContain('"sdp":"opaque"');
    expect(cases("sequences.json").length).toBeGreaterThanOrEqual(150);
    expect(cases("web-idl.json").length).toBeGreaterThanOrEqual(200);
  });

  it("have connections in every state, each input and each effect, and peers that negotiate", () => {
    const all = cases("connection.json") as unknown as readonly ConnectionCase[];
    expect(all.length).toBeGreaterThanOrEqual(500);
    expect(all.filter(({ after }) => "b" in after).length).toBeGreaterThanOrEqual(30);
    const steps = all.flatMap((vector) => vector.steps);
    const named = (definition: string) =>
      new Set(
        schema.$defs[definition].oneOf.flatMap(({ properties: { type } }: Definition) => type.enum ?? [type.const]),
      );
    expect(new Set(steps.map(({ input }) => input.type))).toEqual(named("input"));
    expect(new Set(steps.flatMap(({ effects }) => effects.map((effect) => (effect as Input).type)))).toEqual(
      named("connectionEffect"),
    );
  });

  it.each(sdpRules.filter(({ severity }) => severity === "error"))("$id: refused, and accepted beside it", ({ id }) => {
    const ofRule = [...cases("sdp-syntax.json"), ...cases("sdp-content.json")].filter(({ rule }) => rule === id);
    const refused = ofRule.filter(({ rejection }) => (rejection as { rule?: string } | null)?.rule === id);
    expect(refused.length).toBeGreaterThan(1);
    expect(ofRule.length - refused.length).toBeGreaterThan(0);
    for (const { id: name, rejection } of ofRule) expect(name.includes("/refused/")).toBe(rejection !== null);
  });
});
