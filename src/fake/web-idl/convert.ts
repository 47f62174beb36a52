import { unusableValue } from "../error/refusal.ts";

/**
 * Converts a JavaScript value to a Web IDL type. `what` names the value in the message of a TypeError; what a getter or
 * a `toString` of the value throws passes through.
 *
 * @see https://webidl.spec.whatwg.org/#js-type-mapping
 */
export type Convert<Type> = (value: unknown, what: string) => Type;

/** The type that a conversion gives. */
export type Converted<Conversion> = Conversion extends Convert<infer Type> ? Type : never;

/** `any`. */
export const any: Convert<unknown> = (value) => value;

/** `boolean`. */
export const boolean: Convert<boolean> = (value) => Boolean(value);

/** `DOMString`. @see https://webidl.spec.whatwg.org/#js-DOMString */
export const domString: Convert<string> = (value, what) => {
  if (typeof value === "symbol") throw unusableValue(`${what} must be a string, found a symbol`);
  return `${value}`;
};

/** `USVString`: lone surrogates are replaced. @see https://webidl.spec.whatwg.org/#js-USVString */
export const usvString: Convert<string> = (value, what) =>
  domString(value, what).replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");

/** An enumeration. @see https://webidl.spec.whatwg.org/#js-enumeration */
export function enumeration<const Value extends string>(values: readonly Value[]): Convert<Value> {
  return (value, what) => {
    const text = domString(value, what);
    const found = values.find((known) => known === text);
    if (found === undefined) throw unusableValue(`${what} must be ${values.join(", ")}, found ${JSON.stringify(text)}`);
    return found;
  };
}

/** A nullable type: null and undefined are null. @see https://webidl.spec.whatwg.org/#js-nullable-type */
export function nullable<Type>(convert: Convert<Type>): Convert<Type | null> {
  return (value, what) => (value === null || value === undefined ? null : convert(value, what));
}

/** `sequence<Type>`: anything that can be iterated. @see https://webidl.spec.whatwg.org/#js-sequence */
export function sequenceOf<Type>(convert: Convert<Type>): Convert<readonly Type[]> {
  return (value, what) => {
    if (!isObjectType(value)) throw unusableValue(`${what} must be iterable`);
    const method = (value as Partial<Iterable<unknown>>)[Symbol.iterator];
    if (method === undefined || method === null) throw unusableValue(`${what} must be iterable`);
    const items: Type[] = [];
    for (const item of { [Symbol.iterator]: () => method.call(value) } as Iterable<unknown>)
      items.push(convert(item, `item ${items.length} of ${what}`));
    return items;
  };
}

/** A callback function. @see https://webidl.spec.whatwg.org/#js-callback-function */
export const callback: Convert<(...values: unknown[]) => unknown> = (value, what) => {
  if (typeof value !== "function") throw unusableValue(`${what} must be a function`);
  return value as (...values: unknown[]) => unknown;
};

/** Whether it is an object for Web IDL: functions are. */
export function isObjectType(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
