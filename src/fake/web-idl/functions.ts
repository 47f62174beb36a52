import { unusableValue } from "../error/refusal.ts";
import type { IdlMethod, Parameters } from "./members.ts";

/** How many arguments must be passed: the `length` of the function. */
export function requiredCount(list: Parameters): number {
  return list.filter(({ isRequired }) => isRequired).length;
}

/** Converts the arguments of a call. @see https://webidl.spec.whatwg.org/#dfn-overload-resolution-algorithm */
export function convertArguments(list: Parameters, values: readonly unknown[], what: string): readonly unknown[] {
  if (values.length < list.length) requireArguments(requiredCount(list), values, what);
  return list.map(({ convert, isRequired, isVariadic, missing }, index) => {
    const name = `argument ${index + 1} of ${what}`;
    if (isVariadic) return values.slice(index).map((value) => convert(value, name));
    const value = values[index];
    return value === undefined && !isRequired ? missing() : convert(value, name);
  });
}

function requireArguments(count: number, values: readonly unknown[], what: string): void {
  if (values.length >= count) return;
  throw unusableValue(`${what} takes ${count} argument${count === 1 ? "" : "s"}, found ${values.length}`);
}

/**
 * The function of an operation, or of several that the number of arguments tells apart. `stateFor` gives what `this`
 * holds, and throws where `this` is of another interface.
 */
export function methodFunction<State>(
  operations: readonly IdlMethod<State>[],
  what: string,
  key: string,
  stateFor: (object: unknown) => State,
): (...values: unknown[]) => unknown {
  const length = Math.min(...operations.map((each) => requiredCount(each.parameters)));
  const most = Math.max(...operations.map((each) => each.parameters.length));
  const isPromise = operations.some((each) => each.isPromise);
  function call(object: unknown, values: readonly unknown[]): unknown {
    const state = stateFor(object);
    const chosen = chooseOverload(operations, Math.min(values.length, most), what);
    return chosen.run(state, convertArguments(chosen.parameters, values, what));
  }
  const holder = {
    [key](this: unknown, ...values: unknown[]): unknown {
      if (!isPromise) return call(this, values);
      try {
        return call(this, values);
      } catch (reason) {
        return Promise.reject(reason);
      }
    },
  };
  const made = holder[key] as (...values: unknown[]) => unknown;
  Object.defineProperty(made, "length", { value: length, configurable: true });
  return made;
}

function chooseOverload<State>(operations: readonly IdlMethod<State>[], count: number, what: string): IdlMethod<State> {
  const [lone, another] = operations;
  if (lone !== undefined && another === undefined) return lone;
  const found = operations.find(({ parameters }) => count >= requiredCount(parameters) && count <= parameters.length);
  if (found === undefined) throw unusableValue(`${what} does not take ${count} arguments`);
  return found;
}
