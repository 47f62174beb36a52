interface Target {
  addEventListener(type: string, listener: (event: Event) => void): void;
}

/** Gives a class the attributes `on…`: a handler takes its turn among the listeners where it was first set. */
export function defineHandlers(target: { readonly prototype: object }, types: readonly string[]): void {
  for (const type of types) {
    const handlers = new WeakMap<object, unknown>();
    Object.defineProperty(target.prototype, `on${type}`, {
      configurable: true,
      enumerable: true,
      get(this: Target) {
        return handlers.get(this) ?? null;
      },
      set(this: Target, handler: unknown) {
        if (!handlers.has(this)) this.addEventListener(type, (event) => call(handlers.get(this), this, event));
        handlers.set(this, typeof handler === "function" ? handler : null);
      },
    });
  }
}

function call(handler: unknown, target: object, event: Event): void {
  if (typeof handler === "function") handler.call(target, event);
}
