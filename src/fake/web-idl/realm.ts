import { unusableValue } from "../error/refusal.ts";
import { defineEventHandlers } from "./event-handlers.ts";
import { convertArguments, methodFunction, requiredCount } from "./functions.ts";
import type { Construction, Host, Interface, Realm } from "./interface.ts";
import type { IdlAttribute, IdlMethod, Member, Overloads } from "./members.ts";

type Class = new (...values: unknown[]) => object;

/**
 * A realm whose classes are built on those of the host.
 *
 * @see https://webidl.spec.whatwg.org/#js-interfaces
 */
export function createRealm(host: Host): Realm {
  const classes = new Map<object, Class>();
  const realm: Realm = {
    host,
    classOf(definition) {
      const known = classes.get(definition) ?? realize(realm, definition);
      classes.set(definition, known);
      return known;
    },
    create: (definition, state) => new (realm.classOf(definition))(internally, state),
  };
  return realm;
}

/** The first argument of a constructor that this library calls: the application never sees it. */
const internally = Symbol("internally");

function realize<State extends object>(realm: Realm, definition: Interface<State>): Class {
  const { name, inherits, construction, members, statics, events, iteratedBy, states } = definition;
  const count = construction === null ? 0 : requiredCount(construction.parameters);

  function valuesOf(passed: readonly unknown[]): readonly unknown[] {
    if (passed[0] === internally) return passed;
    if (construction === null) throw unusableValue(`Illegal constructor: an application cannot construct a ${name}`);
    return convertArguments(construction.parameters, passed, `new ${name}()`);
  }
  function inheritedFrom(values: readonly unknown[]): readonly unknown[] {
    return values[0] === internally ? [] : (construction?.inheritedArguments(values) ?? []);
  }
  function hold(object: object, values: readonly unknown[]): void {
    const [first, given] = values as [unknown, State | ((object: object) => State)];
    const made = first === internally ? given : (construction as Construction<State>).state(realm, object, values);
    states.set(object, typeof made === "function" ? made(object) : made);
  }

  const Parent = inherits === null ? null : realm.host[inherits];
  const made =
    Parent === null
      ? {
          [name]: class {
            constructor(...passed: unknown[]) {
              hold(this, valuesOf(passed));
            }
          },
        }
      : {
          [name]: class extends (Parent as Class) {
            constructor(...passed: unknown[]) {
              const values = valuesOf(passed);
              super(...inheritedFrom(values));
              hold(this, values);
            }
          },
        };
  const Interface = made[name] as Class;
  Object.defineProperty(Interface, "length", { value: count, configurable: true });
  const prototype: object = Interface.prototype;
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  for (const [key, member] of Object.entries(members)) defineMember(definition, prototype, key, member);
  if (iteratedBy !== null) {
    const value = Object.getOwnPropertyDescriptor(prototype, iteratedBy)?.value;
    Object.defineProperty(prototype, Symbol.iterator, { value, configurable: true, writable: true });
  }
  defineEventHandlers(prototype, events, (object) => void checked(definition, object, "an event handler"));
  for (const [key, operation] of Object.entries(statics)) {
    const value = methodFunction([operation], `${name}.${key}()`, key, () => realm);
    Object.defineProperty(Interface, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return Interface;
}

function defineMember<State extends object>(
  definition: Interface<State>,
  prototype: object,
  key: string,
  member: Member<State>,
): void {
  if (member.kind === "attribute") {
    Object.defineProperty(prototype, key, accessorsOf(definition, key, member));
    return;
  }
  const what = `${definition.name}.${key}()`;
  const value = methodFunction(operationsOf(member), what, key, (object) => checked(definition, object, what));
  Object.defineProperty(prototype, key, { value, enumerable: true, configurable: true, writable: true });
}

function operationsOf<State>(member: IdlMethod<State> | Overloads<State>): readonly IdlMethod<State>[] {
  return member.kind === "overloads" ? member.operations : [member];
}

function accessorsOf<State extends object>(
  definition: Interface<State>,
  key: string,
  { get, set }: IdlAttribute<State>,
): PropertyDescriptor {
  const what = `${definition.name}.${key}`;
  const accessors = {
    get [key](): unknown {
      return get(checked(definition, this, what));
    },
    set [key](value: unknown) {
      set?.(checked(definition, this, what), value);
    },
  };
  const { set: setter, ...property } = Object.getOwnPropertyDescriptor(accessors, key) as PropertyDescriptor;
  return set === undefined || setter === undefined ? property : { ...property, set: setter };
}

// The brand check.
function checked<State extends object>({ name, states }: Interface<State>, object: unknown, what: string): State {
  const state = states.get(object);
  if (state === undefined) throw unusableValue(`Illegal invocation: ${what} was called on what is no ${name}`);
  return state;
}
