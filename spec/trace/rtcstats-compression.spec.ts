// rtcstats may write a section of a description that equals another's as `v=` or `m=` alone.
// @see https://github.com/rtcstats/rtcstats, packages/rtcstats-shared and packages/rtcstats-js
import { describe, expect, it } from "vitest";
import { captureText } from "../cli/running/capture-files.ts";
import { captures } from "../cli/running/capture-verdicts.ts";
import { rtcstatsDump, traceOf, verdictsOf } from "./dumps/dumps.ts";
import { linesOf, withExplicitCreation, withNumericMethods } from "./dumps/rtcstats-capture.ts";
import { compressed, compressedByPairs, compressedByRtcstatsJs } from "./dumps/section-compression.ts";

const compressors = [
  ["created against set", compressedByPairs],
  ["as rtcstats-js does it", compressedByRtcstatsJs],
] as const;

function references(text: string): number {
  const sdps = linesOf(text).map(([, , value]) => (value as { sdp?: string } | null)?.sdp ?? "");
  return sdps.filter((sdp) => /^[vm]=\r?$/m.test(sdp)).length;
}

describe.each(captures)("the capture $name, compressed", ({ name }) => {
  const plain = captureText(name, "rtcstats.gz");
  const explicit = withExplicitCreation(plain);

  it("with every description created explicitly has the same verdicts", () => {
    expect(verdictsOf(explicit)).toEqual(verdictsOf(plain));
  });

  it.each(compressors)("%s: every description is the same again, code unit for code unit", (_, compress) => {
    expect(traceOf(compress(plain))).toEqual(traceOf(plain));
    expect(references(compress(explicit))).toBeGreaterThan(0);
    expect(traceOf(compress(explicit))).toEqual(traceOf(explicit));
  });

  it.each(compressors)("%s: the same verdicts", (_, compress) => {
    expect(verdictsOf(withNumericMethods(compress(explicit)))).toEqual(verdictsOf(plain));
  });
});

const [session, audio, video] = ["v=0\r\na=x", "m=audio 9\r\na=mid:0", "m=video 9\r\na=mid:1"];
const sdp = (...sections: readonly string[]) => `${sections.join("\r\n")}\r\n`;
const offer = (...sections: readonly string[]) => ({ type: "offer", sdp: sdp(...sections) });
const answer = { type: "answer", sdp: sdp(session, "m=audio 9\r\na=recvonly") };

// A negotiation that is complete, with that local offer.
const negotiated = (first: { type: string; sdp: string }): unknown[] => [
  ["createOfferOnSuccess", "PC_0", first, 1000],
  ["setLocalDescription", "PC_0", compressed(first, first), 1],
  ["onsignalingstatechange", "PC_0", "have-local-offer", 1],
  ["setLocalDescriptionOnSuccess", "PC_0", null, 1],
  ["setRemoteDescription", "PC_0", answer, 1],
  ["onsignalingstatechange", "PC_0", "stable", 1],
  ["setRemoteDescriptionOnSuccess", "PC_0", null, 1],
];

function sdpOfLine(lines: readonly unknown[], kind: "call" | "settled"): string | undefined {
  const events = traceOf(rtcstatsDump(lines)).connections[0]?.events ?? [];
  const event = events.filter((each) => each.kind === kind).at(-1);
  return event?.kind === kind ? (event.description as { sdp: string }).sdp : undefined;
}

describe("sections that are written as v= or m= alone", () => {
  const created = offer(session, audio, video);

  it.each([
    ["all of them", sdp("v=", "m=", "m="), sdp(session, audio, video)],
    ["the session", sdp("v=", "m=audio 1", "m=video 1"), sdp(session, "m=audio 1", "m=video 1")],
    ["one in the middle", sdp("v=1", "m=", "m=video 1"), sdp("v=1", audio, "m=video 1")],
    ["the last", sdp("v=1", "m=audio 1", "m="), sdp("v=1", "m=audio 1", video)],
    ["fewer than there were", sdp("v=", "m="), sdp(session, audio)],
    ["none", sdp("v=1", "m=audio 1"), sdp("v=1", "m=audio 1")],
  ])("%s", (_, written, meant) => {
    const lines = [
      ["createOfferOnSuccess", "PC_0", created, 1],
      ["setLocalDescription", "PC_0", { type: "offer", sdp: written }, 1],
    ];
    expect(sdpOfLine(lines, "call")).toBe(meant);
  });

  it("mean the description that was created, where all are left out, whatever its line ends", () => {
    const odd = { type: "offer", sdp: "v=0\na=x\nm=audio 9\na=mid:0" };
    const lines = [
      ["createOfferOnSuccess", "PC_0", odd, 1],
      ["setLocalDescription", "PC_0", compressed(odd, odd), 1],
    ];
    expect(sdpOfLine(lines, "call")).toBe(odd.sdp);
  });

  it("never mean a description of another type, nor of another connection", () => {
    const lines = [
      ["createOfferOnSuccess", "PC_0", created, 1],
      ["createAnswerOnSuccess", "PC_1", answer, 1],
      ["setLocalDescription", "PC_1", { type: "offer", sdp: sdp("v=", "m=") }, 1],
    ];
    const events = traceOf(rtcstatsDump(lines)).connections[1]?.events;
    expect(events?.at(-1)).toMatchObject({ description: { sdp: sdp("v=", "m=") } });
  });

  it("of a created offer mean the one that was set", () => {
    const next = offer(session, audio, "m=video 9\r\na=mid:2");
    const lines = [...negotiated(created), ["createOfferOnSuccess", "PC_0", compressed(created, next), 1]];
    expect(sdpOfLine(lines, "settled")).toBe(next.sdp);
  });

  it("of a second remote answer mean the first", () => {
    const lines = [...negotiated(created), ["setRemoteDescription", "PC_0", compressed(answer, answer), 1]];
    expect(sdpOfLine(lines, "call")).toBe(answer.sdp);
  });

  it("of what a call without a description set mean the local description before it", () => {
    const next = offer("v=1", audio, video);
    const lines = [
      ...negotiated(created),
      ["setLocalDescription", "PC_0", null, 1],
      ["setLocalDescriptionOnSuccess", "PC_0", compressed(created, next), 1],
    ];
    expect(sdpOfLine(lines, "settled")).toBe(next.sdp);
  });

  it("of a set offer mean the one created last, not the one in force", () => {
    const munged = (index: number) => offer(`v=${index}`, "m=audio 9\r\na=munged");
    const inForce = [
      ["createOfferOnSuccess", "PC_0", offer("v=1", audio), 1000],
      ["setLocalDescription", "PC_0", compressed(offer("v=1", audio), munged(1)), 1],
      ...negotiated(created).slice(2),
    ];
    const createdLast = offer("v=2", audio);
    const setTo = (sections: string) => [
      ...inForce,
      ["createOfferOnSuccess", "PC_0", compressed(munged(1), createdLast), 1],
      ["setLocalDescription", "PC_0", { type: "offer", sdp: sections }, 1],
      ["onsignalingstatechange", "PC_0", "have-local-offer", 1],
      ["setLocalDescriptionOnSuccess", "PC_0", null, 1],
    ];
    const unchanged = setTo(sdp("v=", "m="));
    expect(sdpOfLine(unchanged, "call")).toBe(createdLast.sdp);
    expect(verdictsOf(rtcstatsDump(unchanged))[2]).toMatch(/conforms null$/);
    const changed = setTo(sdp("v=", "m=audio 9\r\na=munged"));
    expect(sdpOfLine(changed, "call")).toBe(munged(2).sdp);
    expect(verdictsOf(rtcstatsDump(changed))[2]).toMatch(/divergence local-description-modified$/);
  });

  it("of a remote offer never mean one that was refused", () => {
    const [refused, accepted] = [offer(session, "m=audio 9\r\na=broken"), offer("v=1", audio)];
    const received: unknown[] = [
      ["setRemoteDescription", "PC_0", offer(session, audio), 1000],
      ["onsignalingstatechange", "PC_0", "have-remote-offer", 1],
      ["setRemoteDescriptionOnSuccess", "PC_0", null, 1],
      ["setRemoteDescription", "PC_0", compressed(offer(session, audio), refused), 1],
      ["setRemoteDescriptionOnFailure", "PC_0", "OperationError: broken", 1],
      ["setRemoteDescription", "PC_0", compressed(offer(session, audio), accepted), 1],
    ];
    expect(sdpOfLine(received, "call")).toBe(accepted.sdp);
  });
});

describe("very many calls that all wait", () => {
  const many = 20_000;
  const nth = (index: number) => offer(`v=${index}`, audio);

  // That the work grows with the calls is counted in spec/growth/.
  it.each(["setRemoteDescription", "setLocalDescription"])(
    "%s: every settlement takes the oldest, and what was set last is the next base",
    (method) => {
      const settled = [`${method}OnSuccess`, "PC_0", null, 1];
      const log = rtcstatsDump([
        [method, "PC_0", nth(-1), 1],
        settled,
        ...Array.from({ length: many }, (_, index) => [method, "PC_0", compressed(nth(-1), nth(index)), 1]),
        ...Array.from({ length: many - 1 }, () => settled),
        [method, "PC_0", { type: "offer", sdp: sdp("v=", "m=") }, 1],
        settled,
        settled,
      ]);
      const events = traceOf(log).connections[0]?.events ?? [];
      const given = events.flatMap((event) =>
        event.kind === "call" ? [(event.description as { sdp: string }).sdp] : [],
      );
      expect(given).toHaveLength(many + 2);
      expect(given[many]).toBe(nth(many - 1).sdp);
      expect(given[many + 1]).toBe(nth(many - 2).sdp);
    },
  );

  it("are judged, every one", () => {
    const settled = ["setRemoteDescriptionOnSuccess", "PC_0", null, 1];
    const log = rtcstatsDump([
      ...Array.from({ length: many }, (_, index) => ["setRemoteDescription", "PC_0", nth(index), 1]),
      ...Array.from({ length: many }, () => settled),
    ]);
    const found = { calls: many, illegalCalls: 0, divergences: 0, unjudged: 0, unsettled: 0 };
    expect(JSON.parse(verdictsOf(log).at(-1) ?? "")).toEqual({ connections: 1, ...found });
  });
});
