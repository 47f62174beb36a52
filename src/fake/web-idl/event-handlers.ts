type Handler = ((this: unknown, event: object) => unknown) | null;

/** The part of EventTarget that is used. */
interface Target {
  addEventListener(type: string, listener: (event: object) => void): void;
  removeEventListener(type: string, listener: (event: object) => void): void;
}

interface Registered {
  handler: object;
  readonly listener: (event: { readonly currentTarget: unknown; preventDefault(): void }) => void;
}

/**
 * Defines event handler attributes. A handler is called in the place among the listeners which it had when it was set
 * first; one that replaces another keeps that place.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
 */
export function defineEventHandlers(
  prototype: object,
  types: readonly string[],
  requireBrand: (object: unknown) => void,
): void {
  for (const type of types) {
    const handlers = new WeakMap<object, Registered>();
    const key = `on${type}`;
    const accessors = {
      get [key](): object | null {
        requireBrand(this);
        return handlers.get(this)?.handler ?? null;
      },
      set [key](value: unknown) {
        requireBrand(this);
        const handler = typeof value === "object" || typeof value === "function" ? value : null;
        setHandler(this as object as Target, type, handler, handlers);
      },
    };
    const property = Object.getOwnPropertyDescriptor(accessors, key) as PropertyDescriptor;
    Object.defineProperty(prototype, key, property);
  }
}

function setHandler(target: Target, type: string, handler: object | null, handlers: WeakMap<object, Registered>): void {
  const registered = handlers.get(target);
  if (registered !== undefined && handler !== null) {
    registered.handler = handler;
  } else if (handler !== null) {
    const made = register(handler);
    handlers.set(target, made);
    target.addEventListener(type, made.listener as (event: object) => void);
  } else if (registered !== undefined) {
    handlers.delete(target);
    target.removeEventListener(type, registered.listener as (event: object) => void);
  }
}

function register(handler: object): Registered {
  const registered: Registered = {
    handler,
    listener: (event) => {
      const current = registered.handler as Handler;
      // [LegacyTreatNonObjectAsNull]: an object that cannot be called is kept, and ignored.
      if (typeof current !== "function") return;
      if (current.call(event.currentTarget, event) === false) event.preventDefault();
    },
  };
  return registered;
}
