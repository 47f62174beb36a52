import fc from "fast-check";
import { mutated } from "../../../property-tests/arbitraries/sdp-mutator.ts";
import type { DescriptionType, SessionOptions, Side } from "../../../src/entries/index.ts";
import { sdpRules } from "../../../src/entries/sdp.ts";
import type { Seeds } from "./seeds.ts";

/** A description that is set. */
export interface Call {
  readonly side: Side;
  readonly type: DescriptionType;
  readonly sdp: string;
}

/** A session and what is called on it. Plain data, so that it can be written down. */
export interface FuzzCase {
  readonly options: SessionOptions;
  readonly calls: readonly Call[];
}

const longest = 1_100_000;

const options: fc.Arbitrary<SessionOptions> = fc.record({
  profile: fc.constantFrom("webrtc-pc" as const, "rfc9429" as const, "legacy" as const),
  rtcpMuxPolicy: fc.constantFrom("require" as const, "negotiate" as const),
  tolerate: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(sdpRules.map(({ id }) => id)) },
  ),
});

/** A text in which a few lines come again and again, with a number that counts where they have one. */
function grown(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.nat(1000), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 10_000, max: longest }), fc.boolean())
    .map(([sdp, place, count, length, counting]) => {
      const lines = sdp.split("\n");
      const start = place % lines.length;
      const block = lines.slice(start, start + count).join("\n");
      const times = Math.ceil(length / (block.length + 1));
      const copies = Array.from({ length: times }, (_, copy) => (counting ? block.replace(/\d+/g, `${copy}`) : block));
      return [...lines.slice(0, start), ...copies, ...lines.slice(start)].join("\n").slice(0, longest);
    });
}

/** A mutation of a call, mostly on its side and with its type; as often as `asItIs` of 150 it keeps its text. */
function attempt(call: Call, donors: readonly string[], asItIs: number): fc.Arbitrary<Call> {
  const text = mutated([call.sdp], donors);
  const otherType = call.type === "offer" ? "offer" : "pranswer";
  return fc.record({
    side: fc.oneof(
      { weight: 9, arbitrary: fc.constant(call.side) },
      { weight: 1, arbitrary: fc.constantFrom("local" as const, "remote" as const) },
    ),
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(call.type, call.type, otherType) },
      { weight: 1, arbitrary: fc.constantFrom("offer" as const, "pranswer" as const, "answer" as const) },
    ),
    sdp: fc.oneof(
      { weight: 150 - asItIs, arbitrary: text },
      { weight: asItIs, arbitrary: fc.constant(call.sdp) },
      { weight: 1, arbitrary: grown(text) },
    ),
  });
}

/**
 * A connection up to some call, then mutations of that call; sometimes of the description that a hand-made case is about, or
 * of a stranger's only call.
 */
export function fuzzCase({ connections, cases, strangers, donors }: Seeds): fc.Arbitrary<FuzzCase> {
  const upTo = (connection: readonly Call[], place: number, asItIs = 0) => {
    const attempts = fc.array(attempt(connection[place] as Call, donors, asItIs), { minLength: 1, maxLength: 4 });
    return attempts.map((mutations) => [...connection.slice(0, place), ...mutations]);
  };
  const somewhere = (list: readonly (readonly Call[])[]) =>
    fc
      .constantFrom(...list)
      .chain((connection) => fc.constantFrom(...connection.keys()).chain((place) => upTo(connection, place)));
  // Each rule as often as any other.
  const ofRule = fc.constantFrom(...cases).chain((ofOne) => fc.constantFrom(...ofOne));
  const atTheEnd = ofRule.chain((connection) => upTo(connection, connection.length - 1, 50));
  const seeds = [
    { weight: 5, arbitrary: somewhere(connections) },
    { weight: 4, arbitrary: atTheEnd },
  ];
  if (strangers.length > 0) seeds.push({ weight: 1, arbitrary: somewhere(strangers) });
  return fc.record({ options, calls: fc.oneof(...seeds) });
}
