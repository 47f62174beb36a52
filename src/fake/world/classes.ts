import type { InterfaceName } from "./interface-names.ts";

// biome-ignore lint/suspicious/noExplicitAny: of a program that has no types of the DOM, nothing more is known
type UntypedClass = new (...values: any[]) => any;

/**
 * The type of a platform's class: that of the DOM's declarations where the program has them, so that the fake is accepted
 * wherever the platform's own class is.
 */
export type ClassNamed<Name extends string> =
  typeof globalThis extends Readonly<Record<Name, infer Class>> ? Class : UntypedClass;

/** The type of such a class's objects. */
export type ObjectOf<Name extends string> = ClassNamed<Name> extends { readonly prototype: infer Made } ? Made : never;

/** The classes of a world, by their names. */
export type WorldClasses = { readonly [Name in InterfaceName]: ClassNamed<Name> };
