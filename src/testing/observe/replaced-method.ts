// Marks what stands in for a method, across copies of this package, with what it stands in for.
const standIn = Symbol.for("jsep-machine.observed");

interface StandIn {
  /** The property that was there before; undefined where the object had none of its own. */
  readonly before: PropertyDescriptor | undefined;
  /** Is it done with? */
  isOver: boolean;
}

/**
 * Puts a function in place of an object's method, as a property of the object's own, which hides its class's method.
 * Gives what takes it away again. Several may stand in for one method, and go in any order: one that is still covered
 * goes with the last that covers it. Another's wrapper around them stays.
 *
 * @throws TypeError where the object does not let its property be replaced
 */
export function replacedMethod(object: object, name: string, method: (...args: never[]) => unknown): () => void {
  const before = Reflect.getOwnPropertyDescriptor(object, name);
  const own: StandIn = { before, isOver: false };
  Object.defineProperty(method, standIn, { value: own });
  const enumerable = before?.enumerable ?? false;
  Object.defineProperty(object, name, { value: method, configurable: true, writable: true, enumerable });
  return () => {
    own.isOver = true;
    try {
      uncover(object, name);
    } catch {
      // An object that does not let its property be changed back keeps what only passes calls on.
    }
  };
}

function uncover(object: object, name: string): void {
  for (;;) {
    const covering = standInOf(Reflect.getOwnPropertyDescriptor(object, name)?.value);
    if (covering === null || !covering.isOver) return;
    const { before } = covering;
    const isUncovered =
      before === undefined ? Reflect.deleteProperty(object, name) : Reflect.defineProperty(object, name, before);
    if (!isUncovered) return;
  }
}

function standInOf(value: unknown): StandIn | null {
  return typeof value === "function" ? ((value as { readonly [standIn]?: StandIn })[standIn] ?? null) : null;
}
