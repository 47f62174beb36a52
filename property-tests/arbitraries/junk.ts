// What a caller can hand over in place of a description, each with what Web IDL makes of it. Every `make` gives a fresh
// value that behaves like the last: functions, model and machine each get one that nobody has touched.
import type { SdpType } from "../../src/entries/index.ts";
import type { Converted } from "../model/model.ts";

export interface Argument {
  readonly name: string;
  readonly converted: Converted;
  readonly make: () => unknown;
}

/** A way to say that type and that SDP: all of them convert to the same. */
export type Shape = readonly [name: string, make: (type: SdpType, sdp: string) => unknown];

/** Throws whenever anything is done to it, but for passing it on. */
export function untouchable(): object {
  const refuse = () => {
    throw new Error("touched");
  };
  const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, refuse]));
  return new Proxy(function target() {}, traps);
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function throwing(thrown: unknown): never {
  throw thrown;
}

// Gives the first value once and the second ever after.
function changing<Value>(first: Value, after: Value): () => Value {
  let reads = 0;
  return () => {
    reads += 1;
    return reads === 1 ? first : after;
  };
}

const other = (type: SdpType): SdpType => (type === "offer" ? "answer" : "offer");

export const shapes: readonly Shape[] = [
  ["a frozen object", (type, sdp) => Object.freeze({ type, sdp })],
  ["an object without a prototype", (type, sdp) => Object.assign(Object.create(null), { type, sdp })],
  ["inherited members", (type, sdp) => Object.create({ type, sdp })],
  ["a function", (type, sdp) => Object.assign(() => undefined, { type, sdp })],
  ["an array", (type, sdp) => Object.assign(["answer"], { type, sdp })],
  ["more members", (type, sdp) => ({ extra: untouchable(), toJSON: untouchable(), type, sdp })],
  ["a proxy", (type, sdp) => new Proxy({ type, sdp }, {})],
  ["String objects", (type, sdp) => ({ type: new String(type), sdp: new String(sdp) })],
  ["toString", (type, sdp) => ({ type: { toString: () => type }, sdp: { toString: () => sdp } })],
  ["toPrimitive", (type, sdp) => ({ type: { [Symbol.toPrimitive]: () => type, toString: untouchable() }, sdp })],
  ["arrays of one string", (type, sdp) => ({ type: [type], sdp: [sdp] })],
  ["valueOf after toString", (type, sdp) => ({ type: { toString: () => ({}), valueOf: () => type }, sdp })],
  [
    "getters that change their mind",
    (type, sdp) => {
      const [types, sdps] = [changing(type, other(type)), changing(sdp, "changed")];
      return {
        get type() {
          return types();
        },
        get sdp() {
          return sdps();
        },
      };
    },
  ],
  [
    "a toString that changes its mind",
    (type, sdp) => ({ type: { toString: changing(type, other(type)) }, sdp: { toString: changing(sdp, "changed") } }),
  ],
  [
    "an sdp that decides the type",
    (type, sdp) => ({
      type: other(type),
      get sdp() {
        Object.defineProperty(this, "type", { value: type });
        return sdp;
      },
    }),
  ],
  [
    "a class with accessors",
    (type, sdp) =>
      new (class RTCSessionDescription {
        get type() {
          return type;
        }
        get sdp() {
          return sdp;
        }
      })(),
  ],
];

/** What is no string, as a DOMString. */
export const convertedSdps: readonly (readonly [name: string, make: () => unknown, sdp: string])[] = [
  ["undefined", () => undefined, ""],
  ["null", () => null, "null"],
  ["false", () => false, "false"],
  ["-0", () => -0, "0"],
  ["NaN", () => Number.NaN, "NaN"],
  ["10n", () => 10n, "10"],
  ["an empty array", () => [], ""],
  ["an array", () => ["one", null, "two"], "one,,two"],
  ["an object", () => ({}), "[object Object]"],
  ["a boxed symbol's description", () => ({ toString: () => Symbol("one").description }), "one"],
];

/** What cannot be converted, whichever side it is set on. */
export const mistakes: readonly (readonly [name: string, make: () => unknown])[] = [
  ["5", () => 5],
  ["NaN", () => Number.NaN],
  ["0n", () => 0n],
  ["true", () => true],
  ["an empty string", () => ""],
  ['"offer"', () => "offer"],
  ["a symbol", () => Symbol("offer")],
  ["an untouchable proxy", untouchable],
  ["a revoked proxy", revoked],
  ["a type that is a symbol", () => ({ type: Symbol.iterator, sdp: "one" })],
  ["an sdp that is a symbol", () => ({ type: "rollback", sdp: Symbol("one") })],
  ["an untouchable type", () => ({ type: untouchable(), sdp: "one" })],
  ["an untouchable sdp", () => ({ type: "rollback", sdp: untouchable() })],
  ["a null-prototype sdp", () => ({ type: "offer", sdp: Object.create(null) })],
  ["a toString that gives a symbol", () => ({ type: { toString: () => Symbol("offer") } })],
  ["a toString that gives an object", () => ({ type: { toString: () => ({}), valueOf: () => ({}) } })],
  ["a toString that throws nothing", () => ({ type: "offer", sdp: { toString: () => throwing(undefined) } })],
  ["a boxed symbol as type", () => ({ type: Object(Symbol("offer")) })],
  [
    "a type getter that throws",
    () => ({
      get type() {
        return throwing(new RangeError("type"));
      },
    }),
  ],
  [
    "an sdp getter that throws what is untouchable",
    () => ({
      type: "offer",
      get sdp() {
        return throwing(untouchable());
      },
    }),
  ],
  ...["", "Offer", " offer", "offer\0", "offre", "stable", "constructor", "__proto__", "offer,answer"].map(
    (type) => [`type ${JSON.stringify(type)}`, () => ({ type, sdp: "one" })] as const,
  ),
  ...[null, 0, true, {}, [], ["offer", "answer"], () => "offer", Number.NaN].map(
    (type) => [`type ${String(type)}`, () => ({ type, sdp: "one" })] as const,
  ),
  ["a huge type", () => ({ type: hugeText, sdp: hugeText })],
];

/** Long, yet below the default bound on an SDP's length. */
export const hugeText = "offer".repeat(20_000);
