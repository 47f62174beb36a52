import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { expectations, mutated } from "./running/mutation.ts";
import { textOf, vectorNames, vectorsIn } from "./running/vectors.ts";

const schema = JSON.parse(textOf("schema.json"));
const ajv = new Ajv2020({ strict: true, validateSchema: true });
const validate = ajv.compile(schema);

/** The complaints of the definition that is made for that file: more telling than those of every definition. */
function complaints(name: string): unknown {
  const { oneOf: _, ...rest } = schema;
  const ofThisFile = ajv.compile({ ...rest, $ref: `#/$defs/${name.replace(".json", "")}` });
  ofThisFile(vectorsIn(name));
  return ofThisFile.errors;
}

/** Every schema in the schema, with its place. */
function schemasIn(value: unknown, place: string): readonly (readonly [place: string, schema: object])[] {
  if (typeof value !== "object" || value === null) return [];
  const deeper = Object.entries(value).flatMap(([key, member]) => schemasIn(member, `${place}/${key}`));
  return [[place, value], ...deeper];
}

describe("vectors/schema.json", () => {
  it.each(vectorNames)("%s is what it says", (name) => {
    expect(complaints(name)).toBeNull();
    expect(validate(vectorsIn(name))).toBe(true);
  });

  it("describes every property", () => {
    const properties = schemasIn(schema, "#").filter(([place]) => /\/properties\/[^/]+$/.test(place));
    expect(properties.length).toBeGreaterThan(80);
    for (const [place, property] of properties) {
      expect((property as { description?: string }).description, place).toMatch(/^["A-Z].*[.?]$/s);
    }
  });

  it("lets no object have members that are not described", () => {
    const objects = schemasIn(schema, "#").filter(([, part]) => "properties" in part && "type" in part);
    for (const [place, part] of objects) expect(part, place).toMatchObject({ additionalProperties: false });
  });

  it("has no definition that is not used", () => {
    for (const name of Object.keys(schema.$defs)) expect(textOf("schema.json")).toContain(`"#/$defs/${name}"`);
  });

  it.each(vectorNames)("refuses %s with a member that is missing, unknown or of another version", (name) => {
    const file = vectorsIn(name);
    const [first, ...others] = file.cases;
    const { id: _, ...withoutId } = first ?? { id: "" };
    expect(validate({ ...file, version: 3 })).toBe(false);
    expect(validate({ ...file, vectors: "others" })).toBe(false);
    expect(validate({ ...file, more: 1 })).toBe(false);
    expect(validate({ ...file, cases: [] })).toBe(false);
    expect(validate({ ...file, cases: [withoutId, ...others] })).toBe(false);
    expect(validate({ ...file, cases: [{ ...first, more: 1 }, ...others] })).toBe(false);
  });

  it("refuses codes, rules, states and errors that there are none of", () => {
    const file = vectorsIn("transitions.json");
    const refused = file.cases.find(({ rejection }) => rejection !== null) ?? { id: "" };
    const paths = expectations(refused).filter((path) => !path.includes("reference") && !path.includes("next"));
    const names = paths.filter((path) => !path.includes("implicitRollback"));
    expect(names.length).toBe(3);
    for (const path of names)
      expect(validate({ ...file, cases: [mutated(refused, path)] }), path.join(".")).toBe(false);
  });
});
