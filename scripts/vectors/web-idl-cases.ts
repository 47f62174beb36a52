/** The verdict on an open connection, and on a closed one where it does not follow from the first. */
export type Verdicts = string | readonly [open: string, closed: string];

/** One argument of both methods; `description` undefined means no argument at all. */
interface Conversion {
  readonly id: string;
  readonly description: unknown;
  readonly local: Verdicts;
  readonly remote: Verdicts;
}

const row = (id: string, description: unknown, local: Verdicts, remote: Verdicts): Conversion => ({
  id,
  description,
  local,
  remote,
});
const both = (id: string, description: unknown, verdicts: Verdicts): Conversion =>
  row(id, description, verdicts, verdicts);

const notAnObject = "TypeError description-not-an-object";
const missing = "TypeError description-missing";
const typeMissing = "TypeError type-missing";
const unknown = "TypeError type-unknown";

/** The SDP that a member `sdp` is converted to. */
const strings: readonly (readonly [id: string, sdp: unknown, converted: string])[] = [
  ["sdp-null", null, "null"],
  ["sdp-number", 5, "5"],
  ["sdp-fraction", 1.5, "1.5"],
  ["sdp-negative-number", -1, "-1"],
  ["sdp-true", true, "true"],
  ["sdp-false", false, "false"],
  ["sdp-object", {}, "[object Object]"],
  ["sdp-array", ["a", "b"], "a,b"],
  ["sdp-array-with-null", ["a", null, "b"], "a,,b"],
  ["sdp-array-of-arrays", [["a", 1], [true]], "a,1,true"],
  ["sdp-string", "X", "X"],
  ["sdp-string-with-nul", "a\0b", "a\0b"],
  ["sdp-string-not-ascii", "\u00e4 \u68a8 \u{1f600}", "\u00e4 \u68a8 \u{1f600}"],
];

/** Written by hand from webrtc-pc #dom-rtcsessiondescriptioninit and Web IDL. */
export const conversions: readonly Conversion[] = [
  row("no-argument", undefined, "create offer", missing),
  row("null", null, "create offer", missing),
  both("number", 5, notAnObject),
  both("zero", 0, notAnObject),
  both("string", "offer", notAnObject),
  both("empty-string", "", notAnObject),
  both("true", true, notAnObject),
  both("false", false, notAnObject),
  row("empty-array", [], "create offer", typeMissing),
  row("array", ["offer"], "create offer", typeMissing),
  row("empty-object", {}, "create offer", typeMissing),
  row("type-missing", { sdp: "X" }, 'offer "X"', typeMissing),
  row("type-missing-sdp-empty", { sdp: "" }, "create offer", typeMissing),
  row("type-missing-unknown-members", { Type: "offer", SDP: "X" }, "create offer", typeMissing),
  both("type-unknown", { type: "bye", sdp: "X" }, unknown),
  both("type-unknown-sdp-missing", { type: "bye" }, unknown),
  both("type-unknown-sdp-null", { type: "bye", sdp: null }, unknown),
  both("type-empty", { type: "", sdp: "X" }, unknown),
  both("type-upper-case", { type: "OFFER", sdp: "X" }, unknown),
  both("type-capitalised", { type: "Offer", sdp: "X" }, unknown),
  both("type-space-before", { type: " offer", sdp: "X" }, unknown),
  both("type-space-after", { type: "offer ", sdp: "X" }, unknown),
  both("type-null", { type: null, sdp: "X" }, unknown),
  both("type-number", { type: 0, sdp: "X" }, unknown),
  both("type-true", { type: true, sdp: "X" }, unknown),
  both("type-object", { type: {}, sdp: "X" }, unknown),
  both("type-empty-array", { type: [], sdp: "X" }, unknown),
  both("type-array-of-two", { type: ["offer", "answer"], sdp: "X" }, unknown),
  both("type-array-of-one", { type: ["offer"], sdp: "X" }, 'offer "X"'),
  both("type-constructor", { type: "constructor", sdp: "X" }, unknown),
  both("type-proto", { type: "__proto__", sdp: "X" }, unknown),
  both("type-pranswer", { type: "pranswer", sdp: "X" }, "InvalidStateError pranswer-in-wrong-state"),
  both("type-answer", { type: "answer", sdp: "X" }, "InvalidStateError answer-in-wrong-state"),
  both("type-rollback", { type: "rollback", sdp: 5 }, "InvalidStateError rollback-in-wrong-state"),
  row("sdp-missing", { type: "offer" }, "create offer", 'offer ""'),
  row("sdp-empty", { type: "offer", sdp: "" }, "create offer", 'offer ""'),
  row("sdp-empty-array", { type: "offer", sdp: [] }, "create offer", 'offer ""'),
  both("unknown-members", { type: "offer", sdp: "X", id: 1, toString: null }, 'offer "X"'),
  ...strings.map(([id, sdp, converted]) => both(id, { type: "offer", sdp }, `offer ${JSON.stringify(converted)}`)),
];

const notAString = { offer: "TypeError created-sdp-not-a-string", answer: "TypeError created-sdp-not-a-string" };

/** What is reported as created by createOffer() and createAnswer(): a string, which is not converted. */
export const createdConversions: readonly {
  readonly id: string;
  readonly sdp: unknown;
  readonly verdicts: { readonly offer: Verdicts; readonly answer: Verdicts };
}[] = [
  {
    id: "string",
    sdp: "X",
    verdicts: { offer: "created X", answer: "InvalidStateError create-answer-in-wrong-state" },
  },
  { id: "null", sdp: null, verdicts: notAString },
  { id: "number", sdp: 5, verdicts: notAString },
  { id: "true", sdp: true, verdicts: notAString },
  { id: "object", sdp: {}, verdicts: notAString },
  { id: "array", sdp: ["X"], verdicts: notAString },
];
