// Offers and answers that went from one connection of a dump to another.
import { describe, expect, it } from "vitest";
import { detailedReportOn } from "../../src/report/detailed-report.ts";
import { captureText, dumpFormats } from "../cli/running/capture-files.ts";
import { captures } from "../cli/running/capture-verdicts.ts";
import { rtcstatsDump, traceOf } from "../trace/dumps/dumps.ts";

type Line = readonly [connection: string, method: string, value: unknown];

/** Pairs as `offer A0 → B1`: connections by their ids, steps by their index. */
function pairsIn(lines: readonly Line[]): string[] {
  return pairsOf(rtcstatsDump(lines.map(([connection, method, value]) => [method, connection, value, 1])));
}

function pairsOf(text: string): string[] {
  const { connections, pairs } = detailedReportOn("", traceOf(text), { sdp: "opaque" });
  const name = ({ connection, step }: { connection: number; step: number }) => `${connections[connection]?.id}${step}`;
  return pairs.map(({ type, from, to }) => `${type} ${name(from)} → ${name(to)}`);
}

const lines = (...more: readonly string[]) => ["v=0", "s=-", "m=audio 9 UDP/TLS/RTP/SAVPF 0", ...more, ""].join("\r\n");
const sdp = lines("c=IN IP4 0.0.0.0", "a=mid:0");
const offer = { type: "offer", sdp };
const set = (connection: string, side: "Local" | "Remote", description: unknown): Line[] => [
  [connection, `set${side}Description`, description],
  [connection, `set${side}DescriptionOnSuccess`, null],
];

describe("pairing", () => {
  it("an offer set locally goes to the connection that sets it remotely", () => {
    expect(pairsIn([...set("A", "Local", offer), ...set("B", "Remote", offer)])).toEqual(["offer A0 → B0"]);
  });

  it("also where it was set remotely first", () => {
    const calls = [...set("B", "Remote", offer), ...set("B", "Remote", offer), ...set("A", "Local", offer)];
    expect(pairsIn(calls)).toEqual(["offer A0 → B0", "offer A0 → B1"]);
  });

  it("two that receive the same have two arrows", () => {
    const calls = [...set("A", "Local", offer), ...set("B", "Remote", offer), ...set("C", "Remote", offer)];
    expect(pairsIn(calls)).toEqual(["offer A0 → B0", "offer A0 → C0"]);
  });

  it("the last time before it was received counts", () => {
    const local = set("A", "Local", offer);
    expect(pairsIn([...local, ...local, ...set("B", "Remote", offer), ...local])).toEqual(["offer A1 → B0"]);
  });

  it("types do not mix", () => {
    const calls = [...set("A", "Local", { type: "pranswer", sdp }), ...set("B", "Remote", { type: "answer", sdp })];
    expect(pairsIn(calls)).toEqual([]);
  });

  it("nothing goes from a connection to itself", () => {
    const [local, remote] = [set("A", "Local", offer), set("A", "Remote", offer)];
    expect(pairsIn([...local, ...remote])).toEqual([]);
    expect(pairsIn([...remote, ...local])).toEqual([]);
    expect(pairsIn([...set("B", "Local", offer), ...local, ...remote])).toEqual(["offer B0 → A1"]);
  });

  it("other SDP, a rollback and no SDP are not paired", () => {
    const other = { type: "offer", sdp: lines("a=mid:1") };
    const rollback = { type: "rollback", sdp: "" };
    expect(pairsIn([...set("A", "Local", offer), ...set("B", "Remote", other)])).toEqual([]);
    expect(pairsIn([...set("A", "Local", rollback), ...set("B", "Remote", rollback)])).toEqual([]);
    expect(pairsIn([...set("A", "Local", null), ...set("B", "Remote", { type: "offer" })])).toEqual([]);
  });

  it("an offer that was sent after gathering is the one that was set", () => {
    const gathered = lines("c=IN IP4 192.0.2.1", "a=candidate:1 1 udp 1 192.0.2.1 9 typ host", "a=mid:0");
    expect(pairsIn([...set("A", "Local", offer), ...set("B", "Remote", { type: "offer", sdp: gathered })])).toEqual([
      "offer A0 → B0",
    ]);
  });

  it("what a call without SDP has set", () => {
    const calls: Line[] = [
      ["A", "setLocalDescription", null],
      ["A", "setLocalDescriptionOnSuccess", offer],
    ];
    expect(pairsIn([...calls, ...set("B", "Remote", offer)])).toEqual(["offer A0 → B0"]);
  });

  it("an offer that was changed after it was created, and sent as created", () => {
    const munged = { type: "offer", sdp: `${sdp}a=x\r\n` };
    const calls: Line[] = [["A", "createOfferOnSuccess", offer], ...set("A", "Local", munged)];
    expect(pairsIn([...calls, ...set("B", "Remote", offer)])).toEqual(["offer A0 → B0"]);
    expect(pairsIn([...calls, ...set("B", "Remote", munged)])).toEqual(["offer A0 → B0"]);
  });

  it("close() and createOffer() in between do not shift the steps", () => {
    const calls: Line[] = [
      ["A", "createOffer", null],
      ["A", "createOfferOnSuccess", offer],
      ...set("A", "Local", offer),
      ["B", "close", null],
      ...set("B", "Remote", offer),
    ];
    expect(pairsIn(calls)).toEqual(["offer A0 → B1"]);
  });

  it("thousands of calls with one SDP on both sides of one connection are not paired", () => {
    const many = Array.from({ length: 5_000 }, (_, index) => set("A", index % 2 === 0 ? "Remote" : "Local", offer));
    expect(pairsIn(many.flat())).toEqual([]);
  });
});

describe("pairs in the captures", () => {
  it.each([
    ["basic-call", ["offer 8-10 → 8-20", "answer 8-21 → 8-11"]],
    ["double-answer", ["offer 8-10 → 8-20", "answer 8-21 → 8-11", "answer 8-21 → 8-12"]],
  ])("%s", (name, expected) => {
    expect(pairsOf(captureText(name, "internals.json.gz"))).toEqual(expected);
  });

  it.each(captures)(
    "$name: the same in both formats, and every remote description that was applied has one",
    ({ name }) => {
      const [internals, rtcstats] = dumpFormats.map(({ ending }) => traceOf(captureText(name, ending)));
      if (internals === undefined || rtcstats === undefined) throw new Error("two formats");
      const { connections, pairs } = detailedReportOn("", internals, {});
      expect(pairs).toEqual(detailedReportOn("", rtcstats, {}).pairs);
      const received = new Set(pairs.map(({ to }) => `${to.connection} ${to.step}`));
      const applied = connections.flatMap(({ steps }, connection) =>
        steps.flatMap(({ call, type, observed }, step) =>
          call === "setRemoteDescription" && observed.outcome === "applied" && type !== "rollback"
            ? [`${connection} ${step}`]
            : [],
        ),
      );
      expect(applied.filter((place) => !received.has(place))).toEqual([]);
    },
  );
});
