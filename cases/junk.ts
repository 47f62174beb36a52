// Values that hostile or careless callers pass: some throw as soon as they are touched.

function boom(): never {
  throw new Error("touched");
}

const traps: ProxyHandler<() => void> = {
  apply: boom,
  construct: boom,
  defineProperty: boom,
  deleteProperty: boom,
  get: boom,
  getOwnPropertyDescriptor: boom,
  getPrototypeOf: boom,
  has: boom,
  isExtensible: boom,
  ownKeys: boom,
  preventExtensions: boom,
  set: boom,
  setPrototypeOf: boom,
};

/** An object whose every touch throws. */
export function throwingProxy(): object {
  return new Proxy({}, traps as ProxyHandler<object>);
}

/** A function whose every touch throws. */
export function throwingFunction(): () => void {
  return new Proxy(() => undefined, traps);
}

/** A proxy that was revoked: every touch throws, even Array.isArray's. */
export function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** An object that throws when converted to a string or a number. */
export function unconvertible(): object {
  return { toString: boom, valueOf: boom, [Symbol.toPrimitive]: boom };
}

/** An object that has the given members, one of which throws when read. */
export function withThrowingGetter(members: object, name: string): object {
  return Object.defineProperty({ ...members }, name, { enumerable: true, configurable: true, get: boom });
}

/** Things that look like the given string without being it. */
export function lookalikes(text: string): readonly (readonly [string, unknown])[] {
  return [
    ["an array", [text]],
    ["a String object", new String(text)],
    ["a symbol", Symbol(text)],
    ["an object with toString", { toString: () => text }],
    ["an object with toPrimitive", { [Symbol.toPrimitive]: () => text }],
    ["upper case", text.toUpperCase()],
    ["a leading space", ` ${text}`],
    ["a trailing NUL", `${text}\0`],
  ];
}

/** Junk of every kind, with a name each. */
export const junk: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["0", 0],
  ["1", 1],
  ["NaN", Number.NaN],
  ["a bigint", 1n],
  ["true", true],
  ["false", false],
  ["the empty string", ""],
  ["a symbol", Symbol("junk")],
  ["Symbol.iterator", Symbol.iterator],
  ["constructor", "constructor"],
  ["__proto__", "__proto__"],
  ["toString", "toString"],
  ["hasOwnProperty", "hasOwnProperty"],
  ["length", "length"],
  ["an empty object", {}],
  ["an object without prototype", Object.create(null)],
  ["an empty array", []],
  ["a function", () => undefined],
  ["a date", new Date(Number.NaN)],
  ["a throwing proxy", throwingProxy()],
  ["a throwing function", throwingFunction()],
  ["a revoked proxy", revokedProxy()],
  ["an object that cannot be converted", unconvertible()],
];
