// Dumps come from strangers: names of Object.prototype, deep nesting and huge lines do no harm.
import { describe, expect, it } from "vitest";
import { reportJson } from "../../src/cli/replay/report-json.ts";
import { reportOn } from "../../src/report/report.ts";
import { internalsDump, rtcstatsDump, traceOf, verdictsOf } from "./dumps/dumps.ts";

const hostileNames = ["__proto__", "constructor", "toString", "hasOwnProperty", ""];

describe("names that Object.prototype knows", () => {
  it.each(hostileNames)("as the id of a connection: %j", (id) => {
    const updateLog = [{ type: "close", value: "", timestamp: 1 }];
    const internals = `{"PeerConnections":{${JSON.stringify(id)}:${JSON.stringify({ updateLog })}}}`;
    const rtcstats = rtcstatsDump([["close", id, null, 1]]);
    for (const text of [internals, rtcstats]) {
      expect(traceOf(text).connections.map((connection) => connection.id)).toEqual([id]);
      const report = JSON.parse(
        [...reportJson({ ...reportOn("", traceOf(text), { sdp: "opaque" }), selected: [0] })].join(""),
      );
      expect(report.connections).toMatchObject([{ id, steps: [{ call: "close", verdict: "conforms" }] }]);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(hostileNames)("as a method, a state and the type of a description: %j", (name) => {
    const text = rtcstatsDump([
      [name, "PC_0", "x", 1],
      ["onsignalingstatechange", "PC_0", name, 1],
      ["createOfferOnSuccess", "PC_0", { type: name, sdp: "v=\r\n" }, 1],
      ["setLocalDescription", "PC_0", { type: name, sdp: "v=\r\n" }, 1],
      ["setLocalDescriptionOnFailure", "PC_0", "TypeError", 1],
    ]);
    expect(verdictsOf(text)[0]).toMatch(/setLocalDescription null stable rejected stable TypeError illegal-call/);
  });

  it("as a member of a description", () => {
    const text = internalsDump([
      ["setRemoteDescription", '{"__proto__":{"type":"offer","sdp":"v=0"}}'],
      ["setRemoteDescriptionOnFailure", "TypeError"],
    ]);
    expect(verdictsOf(text)[0]).toMatch(/illegal-call type-missing$/);
  });
});

describe("descriptions that are none", () => {
  it.each([5, true, [], [[]], {}, "offer", { type: "offer" }, { type: ["offer"], sdp: {} }, { sdp: "v=0" }])(
    "%j is judged without a throw",
    (value) => {
      const lines = ["setLocalDescription", "setRemoteDescription"].flatMap((method) => [
        ["createOfferOnSuccess", "PC_0", value, 1],
        [method, "PC_0", value, 1],
        [`${method}OnSuccess`, "PC_0", value, 1],
        [method, "PC_0", value, 1],
        [`${method}OnFailure`, "PC_0", value, 1],
        [method, "PC_0", value, 1],
      ]);
      expect(verdictsOf(rtcstatsDump(lines))).toHaveLength(8);
    },
  );
});

describe("a huge line", () => {
  const nested = (size: number) => `${"[".repeat(size / 2)}${"]".repeat(size / 2)}`;

  it.each([
    ["skipped", "getStats", 20_000_000],
    ["a description", "setRemoteDescription", 4_000_000],
    ["what was created", "createOfferOnSuccess", 4_000_000],
    ["a failure", "setRemoteDescriptionOnFailure", 4_000_000],
    ["a state", "onsignalingstatechange", 4_000_000],
  ])(
    "of nested brackets, as %s",
    (_, method, size) => {
      const call = '["setRemoteDescription","PC_0",{"type":"offer"},1]';
      const text = `RTCStatsDump\n{}\n${call}\n["${method}","PC_0",${nested(size)},1]\n`;
      expect(readable(text)).toMatch(/^line 4 is (nested more than 100 levels deep|longer than 16777216 characters)/);
    },
    60_000,
  );

  it("of brackets that never close", () => {
    expect(readable(`RTCStatsDump\n{}\n${"[".repeat(20_000_000)}`)).toMatch(/line 3/);
    expect(readable(`{"PeerConnections":${"[".repeat(20_000_000)}`)).toMatch(/nested more than 100 levels/);
  }, 60_000);

  it("of SDP", () => {
    const sdp = "a=x\r\nm=audio\r\n".repeat(900_000);
    const text = rtcstatsDump([
      ["createOfferOnSuccess", "PC_0", { type: "offer", sdp }, 1],
      ["setLocalDescription", "PC_0", { type: "offer", sdp: "v=\r\nm=\r\n" }, 1],
      ["setLocalDescriptionOnSuccess", "PC_0", null, 1],
    ]);
    expect(verdictsOf(text)[0]).toMatch(/divergence local-description-modified$/);
  }, 60_000);

  // That the work grows with the length is counted in spec/growth/.
  it.each([
    "a",
    "1.",
    "a:",
    "x=",
    "-",
    "[",
    " ",
    "candidate",
    "a.local",
    "a=b ",
    "m= s",
    'ufrag""',
    "ufrag ",
    "IN IP4 ",
    "::",
    "x Failed to parse SessionDescription ",
  ])("of a failure's words, over and over %j", (word) => {
    const text = internalsDump([
      ["setRemoteDescription", '{"type":"answer","sdp":""}'],
      ["setRemoteDescriptionOnFailure", word.repeat(100_000 / word.length)],
    ]);
    expect(verdictsOf(text)[0]).toMatch(/illegal-call answer-in-wrong-state$/);
  });
});

function readable(text: string): string {
  try {
    return `read: ${verdictsOf(text).length}`;
  } catch (error) {
    return (error as Error).message;
  }
}

describe("very many connections", () => {
  it("are read, however many there are", () => {
    const connection = { updateLog: [{ type: "setLocalDescription", value: "", timestamp: 5 }] };
    const peerConnections = Object.fromEntries(
      Array.from({ length: 200_000 }, (_, index) => [`1-${index}`, connection]),
    );
    const { connections, start } = traceOf(JSON.stringify({ PeerConnections: peerConnections }));
    expect(connections).toHaveLength(200_000);
    expect(start).toBe(5);
  });
});
