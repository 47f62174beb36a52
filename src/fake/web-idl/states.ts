/** Gives back what it is constructed with, so that a class can put a private field into any object. */
class Given {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what the class is for
    return object;
  }
}

/** What objects hold, out of reach of the application. */
export interface States<State> {
  get(value: unknown): State | undefined;
  set(object: object, state: State): void;
}

/** In a private field, which costs less than an entry of a WeakMap, above all when garbage is collected. */
export function createStates<State>(): States<State> {
  class Holder extends Given {
    #state: State;
    constructor(object: object, state: State) {
      super(object);
      this.#state = state;
    }
    static get(value: unknown): State | undefined {
      return typeof value === "object" && value !== null && #state in value ? value.#state : undefined;
    }
  }
  return {
    get: Holder.get,
    set: (object, state) => void new Holder(object, state),
  };
}
