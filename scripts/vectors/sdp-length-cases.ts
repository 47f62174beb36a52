import { alice, balanced } from "../../cases/sdp/given/descriptions.ts";

const offer = balanced(alice, "actpass");
const tooLong = { error: "OperationError", rule: "L1" };
// Outside the basic plane: two UTF-16 code units, one code point, four bytes of UTF-8.
const wide = offer.replace("s=-", "s=\u{1f600}");

/** The bound on the length, in UTF-16 code units: at it and one above it. */
export const lengthCases: readonly (readonly [
  name: string,
  text: string,
  maxSdpLength: number,
  byHand: { readonly error: string; readonly rule: string } | null,
])[] = [
  ["accepted/as long as the bound", offer, offer.length, null],
  ["refused/one longer than the bound", offer, offer.length - 1, tooLong],
  ["accepted/UTF-16 code units are counted", wide, offer.length + 1, null],
  ["refused/neither code points nor bytes", wide, offer.length, tooLong],
  ["refused/before it is read", "Invalid SDP", "Invalid SDP".length - 1, tooLong],
];
