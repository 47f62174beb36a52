// Arbitraries of what is handed to a single call.
import fc from "fast-check";
import { type SdpType, type Side, sdpTypes } from "../../src/entries/index.ts";
import type { Converted } from "../model/model.ts";
import { type Argument, convertedSdps, hugeText, mistakes, shapes } from "./junk.ts";

/** The SDP that a stack says it created; `string` is null where it is no string. */
export interface Created {
  readonly name: string;
  readonly string: string | null;
  readonly make: () => unknown;
}

function argument(name: string, converted: Converted, make: () => unknown): Argument {
  return printable({ name, converted, make });
}

// Failures show names, not the source of closures.
function printable<Value extends { readonly name: string }>(value: Value): Value {
  return Object.assign(value, { [fc.toStringMethod]: () => value.name });
}

export const side: fc.Arbitrary<Side> = fc.constantFrom("local", "remote");
export const sdpType: fc.Arbitrary<SdpType> = fc.constantFrom(...sdpTypes);

// So few that a description often equals what was created, and often does not.
export const sdp: fc.Arbitrary<string> = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom("", "one", "one", "one", "two") },
  { weight: 1, arbitrary: fc.constantFrom("One", "one\r\n", "\ud800", "\0", hugeText) },
);

const plain = fc.tuple(sdpType, sdp).map(([type, sdp]) => plainDescription(type, sdp));

export function plainDescription(type: SdpType, sdp: string): Argument {
  return argument(`{type: ${type}, sdp: ${shown(sdp)}}`, { type, sdp }, () => ({ type, sdp }));
}

const typeOnly = sdpType.map((type) => argument(`{type: ${type}}`, { type, sdp: "" }, () => ({ type })));

const sdpOnly = fc
  .tuple(fc.constantFrom("undefined", "missing", "deleted"), sdp)
  .map(([type, sdp]) =>
    argument(`{type ${type}, sdp: ${shown(sdp)}}`, { type: undefined, sdp }, () =>
      type === "undefined" ? { type: undefined, sdp } : type === "missing" ? { sdp } : Object.create({ sdp }),
    ),
  );

const absent: fc.Arbitrary<Argument> = fc.constantFrom(
  argument("undefined", null, () => undefined),
  argument("null", null, () => null),
  argument("{}", { type: undefined, sdp: "" }, () => ({})),
  argument("an empty array", { type: undefined, sdp: "" }, () => []),
  argument("a function", { type: undefined, sdp: "" }, () => () => "offer"),
);

const shaped = fc
  .tuple(fc.constantFrom(...shapes), sdpType, sdp)
  .map(([[name, make], type, sdp]) =>
    argument(`${name} {${type}, ${shown(sdp)}}`, { type, sdp }, () => make(type, sdp)),
  );

const oddSdp = fc
  .tuple(fc.constantFrom(...convertedSdps), sdpType)
  .map(([[name, make, sdp], type]) =>
    argument(`{type: ${type}, sdp: ${name}}`, { type, sdp }, () => ({ type, sdp: make() })),
  );

const mistake = fc.constantFrom(...mistakes.map(([name, make]) => argument(name, "mistake", make)));

/** Anything that may be set, and what Web IDL makes of it. */
export const anyArgument: fc.Arbitrary<Argument> = fc.oneof(
  { weight: 20, arbitrary: plain },
  { weight: 8, arbitrary: typeOnly },
  { weight: 2, arbitrary: sdpOnly },
  { weight: 2, arbitrary: absent },
  { weight: 4, arbitrary: shaped },
  { weight: 2, arbitrary: oddSdp },
  { weight: 3, arbitrary: mistake },
);

/** The stack created that SDP. */
export function created(sdp: string): Created {
  return printable({ name: shown(sdp), string: sdp, make: () => sdp });
}

/** Anything that a stack may say it created. */
export const anyCreated: fc.Arbitrary<Created> = fc.oneof(
  { weight: 12, arbitrary: sdp.map(created) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...mistakes
        .map(([name, make]) => ({ name, make }))
        .filter(({ make }) => typeof make() !== "string")
        .map(({ name, make }) => printable({ name, string: null, make })),
      printable({ name: "undefined", string: null, make: () => undefined }),
      printable({ name: "a String object", string: null, make: () => new String("one") }),
    ),
  },
);

function shown(text: string): string {
  return JSON.stringify(text.length > 20 ? `${text.slice(0, 20)}…` : text);
}
