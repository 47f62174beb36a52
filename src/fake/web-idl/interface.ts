import { unusableValue } from "../error/refusal.ts";
import type { Convert } from "./convert.ts";
import type { IdlMethod, Member, Parameters, Values } from "./members.ts";
import { createStates, type States } from "./states.ts";

/** A class of the host's that interfaces inherit from. */
export type HostClass = "EventTarget" | "Event" | "DOMException";

// biome-ignore lint/suspicious/noExplicitAny: classes of the host, of which nothing but their constructor is used
type HostConstructor = abstract new (...values: any[]) => object;

/** The classes of the host on which those of a realm are built. */
export type Host = Readonly<Record<HostClass, HostConstructor>>;

/** The classes of a world. Each is made when it is asked for first; two realms have none in common. */
export interface Realm {
  readonly host: Host;
  /** The interface object: the constructor that the application sees. */
  classOf<State extends object>(definition: Interface<State>): new (...values: unknown[]) => object;
  /** Makes an object which holds that, without running what the application's constructor does. */
  create<State extends object>(definition: Interface<State>, state: State | ((object: object) => State)): object;
}

/** How an object is constructed. */
export interface Construction<State> {
  readonly parameters: Parameters;
  /** The arguments for the constructor of the class inherited from. */
  inheritedArguments(values: readonly unknown[]): readonly unknown[];
  /** What the object holds. */
  state(realm: Realm, object: object, values: readonly unknown[]): State;
}

/** What is constructed: the object, in which realm. */
export interface Constructed {
  readonly realm: Realm;
  readonly object: object;
}

/** A constructedWith, by its parameters and what an object of it holds. */
export function constructedWith<State, const Of extends Parameters>(
  parameters: Of,
  state: (constructed: Constructed, ...values: Values<Of>) => State,
  inheritedArguments: (...values: Values<Of>) => readonly unknown[] = () => [],
): Construction<State> {
  return {
    parameters,
    inheritedArguments: (values) => inheritedArguments(...(values as Values<Of>)),
    state: (realm, object, values) => state({ realm, object }, ...(values as Values<Of>)),
  };
}

/** A Web IDL interface. What its objects hold is found by the interface, which is their brand. */
export interface Interface<State extends object> {
  readonly name: string;
  readonly inherits: HostClass | null;
  /** Null where the application cannot construct one. */
  readonly construction: Construction<State> | null;
  readonly members: Readonly<Record<string, Member<State>>>;
  readonly statics: Readonly<Record<string, IdlMethod<Realm>>>;
  /** The method by which its objects are iterated; null where they cannot be. */
  readonly iteratedBy: string | null;
  /** The types of its event handler attributes. */
  readonly events: readonly string[];
  readonly states: States<State>;
}

/** Defines an interface. Everything but the name has a default. */
export function defineInterface<State extends object>(
  name: string,
  definition: Partial<Omit<Interface<State>, "name" | "states">>,
): Interface<State> {
  return {
    inherits: null,
    construction: null,
    members: {},
    statics: {},
    events: [],
    iteratedBy: null,
    ...definition,
    name,
    states: createStates(),
  };
}

/** What an object holds; null where the value is no object of the interface. */
export function heldBy<State extends object>({ states }: Interface<State>, value: unknown): State | null {
  return states.get(value) ?? null;
}

/** The type of an interface: its objects, of whichever world. @see https://webidl.spec.whatwg.org/#js-interface */
export function interfaceType<State extends object>(definition: Interface<State>): Convert<object> {
  return (value, what) => {
    if (heldBy(definition, value) === null) throw unusableValue(`${what} must be a ${definition.name}`);
    return value as object;
  };
}
