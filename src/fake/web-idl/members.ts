import type { Convert } from "./convert.ts";

/** An argument of an operation. */
export interface Parameter<Type> {
  readonly convert: Convert<Type>;
  readonly isRequired: boolean;
  /** Does it take all arguments that are left? Then its conversion is that of each. */
  readonly isVariadic: boolean;
  /** What a missing argument is. */
  readonly missing: () => Type;
}

/** An argument that must be passed. */
export function required<Type>(convert: Convert<Type>): Parameter<Type> {
  return { convert, isRequired: true, isVariadic: false, missing: () => undefined as Type };
}

/** An argument that may be left out: then it is what the conversion makes of undefined, as of a dictionary. */
export function optional<Type>(convert: Convert<Type>): Parameter<Type> {
  return { convert, isRequired: false, isVariadic: false, missing: () => convert(undefined, "") };
}

/** An argument with a default. */
export function optionalWithDefault<Type>(convert: Convert<Type>, byDefault: Type): Parameter<Type> {
  return { convert, isRequired: false, isVariadic: false, missing: () => byDefault };
}

/** All arguments that are left. */
export function variadic<Type>(convert: Convert<Type>): Parameter<readonly Type[]> {
  return {
    convert: convert as Convert<unknown> as Convert<readonly Type[]>,
    isRequired: false,
    isVariadic: true,
    missing: () => [],
  };
}

/** What a method takes. */
// biome-ignore lint/suspicious/noExplicitAny: the types differ, and only their own method knows them
export type Parameters = readonly Parameter<any>[];

/** The values of arguments. */
export type Values<Of extends Parameters> = {
  [Index in keyof Of]: Of[Index] extends Parameter<infer Type> ? Type : never;
};

/** An operation. `State` is what the platform object holds; of a static operation, nothing. */
export interface IdlMethod<State> {
  readonly kind: "method";
  readonly parameters: Parameters;
  /** Does it return a promise? Then whatever it throws rejects that. */
  readonly isPromise: boolean;
  run(state: State, values: readonly unknown[]): unknown;
}

/** Operations of the same name, which are told apart by the number of their arguments. */
export interface Overloads<State> {
  readonly kind: "overloads";
  readonly operations: readonly IdlMethod<State>[];
}

/** An attribute; one that cannot be set has no `set`. */
export interface IdlAttribute<State> {
  readonly kind: "attribute";
  get(state: State): unknown;
  readonly set?: (state: State, value: unknown) => void;
}

/** A member of an interface. */
export type Member<State> = IdlMethod<State> | Overloads<State> | IdlAttribute<State>;

/** An operation, by its arguments and what it does with their values. */
export function method<State, const Of extends Parameters>(
  list: Of,
  run: (state: State, ...values: Values<Of>) => unknown,
): IdlMethod<State> {
  return {
    kind: "method",
    parameters: list,
    isPromise: false,
    run: (state, values) => run(state, ...(values as Values<Of>)),
  };
}

/** The same for an operation that returns a promise. */
export function promiseMethod<State, const Of extends Parameters>(
  list: Of,
  run: (state: State, ...values: Values<Of>) => Promise<unknown>,
): IdlMethod<State> {
  return { ...method(list, run), isPromise: true };
}

/** Overloads, of which no two take the same number of arguments. */
export function overloads<State>(...operations: readonly IdlMethod<State>[]): Overloads<State> {
  return { kind: "overloads", operations };
}

/** An attribute that can only be read. */
export function readonly<State>(get: (state: State) => unknown): IdlAttribute<State> {
  return { kind: "attribute", get };
}

/** An attribute that can be set. Where its conversion throws, so does the assignment. */
export function writable<State, Type>(
  get: (state: State) => Type,
  convert: Convert<Type>,
  set: (state: State, value: Type) => void,
): IdlAttribute<State> {
  return { kind: "attribute", get, set: (state, value) => set(state, convert(value, "the value")) };
}

/** An attribute of an enumeration: a word that it does not have is ignored. @see https://webidl.spec.whatwg.org/#js-attributes */
export function writableEnumeration<State, Value extends string>(
  get: (state: State) => Value,
  values: readonly Value[],
  set: (state: State, value: Value) => void,
): IdlAttribute<State> {
  return {
    kind: "attribute",
    get,
    set: (state, value) => {
      const text = `${value}`;
      const known = values.find((one) => one === text);
      if (known !== undefined) set(state, known);
    },
  };
}
