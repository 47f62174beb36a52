import { unusableValue } from "../error/refusal.ts";
import { type Convert, isObjectType } from "./convert.ts";

/** A member of a dictionary: how it is converted, and what holds where it is missing. */
export interface DictionaryMember<Type> {
  readonly convert: Convert<Type>;
  readonly isRequired: boolean;
  /** What a missing member is; called for each dictionary. */
  readonly missing: () => Type;
}

type Members = Readonly<Record<string, DictionaryMember<unknown>>>;

/** What a dictionary is converted to: every member, `undefined` for one that is missing and has no default. */
export type DictionaryOf<Of extends Members> = { readonly [Name in keyof Of]: ReturnType<Of[Name]["missing"]> };

/** A member that must be there. */
export function requiredMember<Type>(convert: Convert<Type>): DictionaryMember<Type> {
  return { convert, isRequired: true, missing: () => undefined as Type };
}

/** A member that may be missing. */
export function optionalMember<Type>(convert: Convert<Type>): DictionaryMember<Type | undefined> {
  return { convert, isRequired: false, missing: () => undefined };
}

/** A member with a default. */
export function memberWithDefault<Type, Default extends Type>(
  convert: Convert<Type>,
  byDefault: Default,
): DictionaryMember<Type> {
  return { convert, isRequired: false, missing: () => byDefault };
}

/**
 * A dictionary type: an object, or null and undefined for one without members. Members are read in lexicographical order,
 * each once; those of an inherited dictionary before.
 *
 * @see https://webidl.spec.whatwg.org/#js-dictionary
 */
export function dictionary<Of extends Members>(name: string, members: Of): Convert<DictionaryOf<Of>>;
export function dictionary<Inherited extends object, Of extends Members>(
  name: string,
  members: Of,
  inherited: Convert<Inherited>,
): Convert<Inherited & DictionaryOf<Of>>;
export function dictionary(name: string, members: Members, inherited?: Convert<object>): Convert<object> {
  const inOrder = Object.keys(members)
    .sort()
    .map((key) => ({ key, ...(members[key] as DictionaryMember<unknown>) }));
  return (value, what) => {
    if (value !== undefined && value !== null && !isObjectType(value))
      throw unusableValue(`${what} must be an object, found a ${typeof value}`);
    const converted: Record<string, unknown> = { ...inherited?.(value, what) };
    for (const { key, convert, isRequired, missing } of inOrder) {
      const found: unknown = (value as Record<string, unknown> | null | undefined)?.[key];
      if (found !== undefined) converted[key] = convert(found, `${key} of ${what}`);
      else if (isRequired) throw unusableValue(`${what}: the member ${key} of ${name} is required`);
      else converted[key] = missing();
    }
    return converted;
  };
}

/** The dictionary as a JavaScript object: without the members that are missing. */
export function presentMembers<Of extends object>(converted: Of): Of {
  return Object.fromEntries(Object.entries(converted).filter(([, value]) => value !== undefined)) as Of;
}
