/** Puts things into an object, and takes them out again. */
export interface Installation {
  define(target: object, name: string, value: unknown): void;
  /** Leaves everything as it was before. */
  undo(): void;
}

/** Remembers what was there before. */
export function createInstallation(): Installation {
  const undone: (() => void)[] = [];
  return {
    define(target, name, value) {
      const before = Object.getOwnPropertyDescriptor(target, name);
      Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
      undone.push(() => {
        if (before === undefined) delete (target as Record<string, unknown>)[name];
        else Object.defineProperty(target, name, before);
      });
    },
    undo() {
      for (let last = undone.pop(); last !== undefined; last = undone.pop()) last();
    },
  };
}
