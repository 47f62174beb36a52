/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** What a property holds, and what that means. */
export const described = (description: string, schema: Schema): Schema => ({ description, ...schema });

/** One of the definitions. */
export const the = (definition: string): Schema => ({ $ref: `#/$defs/${definition}` });

/** One of these values. */
export const oneOf = (values: readonly (string | null)[]): Schema => ({ enum: values });

export const string: Schema = { type: "string" };
export const boolean: Schema = { type: "boolean" };

/** Any number of these. */
export const listOf = (items: Schema): Schema => ({ type: "array", items });

/** Members of any name, each of them this. */
export const dictionaryOf = (additionalProperties: Schema): Schema => ({ type: "object", additionalProperties });

/** A whole number from this on. */
export const wholeNumber = (minimum: number): Schema => ({ type: "integer", minimum });

/** This or null. */
export const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: "null" }] });

/** An object with these members and no others; all of them but the optional ones must be there. */
export function objectOf(properties: Readonly<Record<string, Schema>>, ...optional: readonly string[]): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false };
}
