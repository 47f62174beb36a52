import { describe, expect, it } from "vitest";
import { negotiate, pair, Stack } from "./stack.ts";

const rids = (stack: Stack) => stack.transceiver().sender.sendEncodings.map(({ rid }) => rid);
const scales = (stack: Stack) =>
  stack.transceiver().sender.sendEncodings.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy);

function withEncodings(...sendEncodings: readonly object[]): Stack {
  const stack = new Stack();
  stack.do({ method: "addTransceiver", trackOrKind: "video", init: { sendEncodings } });
  return stack;
}

// An offer to receive simulcast, or an answer that says so.
function receiving(sdp: string | undefined, line: string): string {
  return (sdp ?? "").replace(/a=mid:0\r\n/, `a=mid:0\r\n${line}\r\n`);
}

const rid = (way: string, ...ids: readonly string[]) => ids.map((id) => `a=rid:${id} ${way}\r\n`).join("");

describe("webrtc-pc #addtransceiver-sendencodings-validation", () => {
  it("a lone encoding has no RID; video is not scaled, audio has no scale", () => {
    expect(rids(withEncodings({ rid: "a" }))).toEqual([null]);
    expect(scales(withEncodings({ rid: "a" }))).toEqual([1]);
    const stack = new Stack();
    stack.do({
      ...{ method: "addTransceiver", trackOrKind: "audio" },
      init: { sendEncodings: [{ scaleResolutionDownBy: 0.5, maxFramerate: -1 }] },
    });
    expect(stack.transceiver().sender.sendEncodings).toEqual([
      { rid: null, active: true, scaleResolutionDownBy: null, maxBitrate: null, maxFramerate: null },
    ]);
  });

  it("scales by powers of two, unless one has a scale", () => {
    expect(scales(withEncodings({ rid: "a" }, { rid: "b" }, { rid: "c" }))).toEqual([4, 2, 1]);
    expect(scales(withEncodings({ rid: "a", scaleResolutionDownBy: 3 }, { rid: "b" }))).toEqual([3, 1]);
  });

  it("drops what the sender cannot send, from the end", () => {
    expect(rids(withEncodings({ rid: "a" }, { rid: "b" }, { rid: "c" }, { rid: "d" }))).toEqual(["a", "b", "c"]);
  });
});

describe("webrtc-pc #simulcast-functionality", () => {
  it("a remote offer to receive simulcast promotes a sender without RIDs, and a rollback takes that back", () => {
    const { a, b } = pair({ sdp: "opaque" });
    a.do({ method: "addTransceiver", trackOrKind: "video" });
    a.do({ method: "setLocalDescription" });
    const lines = `${rid("recv", "q", "h", "f")}a=simulcast:recv q;~h,x;f`;
    const offer = { type: "offer", sdp: receiving(a.localDescription?.sdp, lines) };
    b.do({ method: "addTrack", track: { id: "1", kind: "video" } });
    b.do({ method: "setRemoteDescription", description: offer });
    expect([rids(b), scales(b)]).toEqual([
      ["q", "h", "f"],
      [4, 2, 1],
    ]);
    b.do({ method: "setRemoteDescription", description: { type: "rollback" } });
    expect([rids(b), scales(b)]).toEqual([[null], [1]]);
  });

  it("an answer narrows the envelope, and leaves the first encoding where it names none", () => {
    for (const [answered, left] of [
      [
        ["h", "f"],
        ["h", "f"],
      ],
      [[], ["q"]],
    ] as const) {
      const stack = new Stack({ sdp: "opaque" });
      const sendEncodings = ["q", "h", "f"].map((id) => ({ rid: id }));
      stack.do({ method: "addTransceiver", trackOrKind: "video", init: { sendEncodings } });
      stack.do({ method: "setLocalDescription" });
      const other = new Stack({ sdp: "opaque" });
      other.do({ method: "setRemoteDescription", description: stack.localDescription });
      other.do({ method: "setLocalDescription" });
      const line = answered.length === 0 ? "a=inactive-note" : `a=simulcast:recv ${answered.join(";")}`;
      const answer = { type: "answer", sdp: receiving(other.localDescription?.sdp, line) };
      stack.do({ method: "setRemoteDescription", description: answer });
      expect(rids(stack)).toEqual(left);
    }
  });

  it("unicast stays as it is", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "video" });
    negotiate(a, b);
    expect([rids(a), rids(b)]).toEqual([[null], [null]]);
  });
});

describe("webrtc-pc #dom-rtcrtpsender-setparameters", () => {
  const encodings = [{ rid: "f", active: false, maxBitrate: 5 }, { rid: "h" }];

  function sender(): Stack {
    const stack = new Stack();
    const init = { sendEncodings: [{ rid: "f" }, { rid: "h" }] };
    stack.do({ method: "addTransceiver", trackOrKind: "video", init });
    return stack;
  }

  it("the sender has the encodings that the stack was configured with", () => {
    const stack = sender();
    expect(stack.feed({ type: "send-encodings", transceiver: 0, encodings })).toEqual([]);
    const { sendEncodings } = stack.transceiver().sender;
    expect(sendEncodings.map(({ rid, active, maxBitrate }) => [rid, active, maxBitrate])).toEqual([
      ["f", false, 5],
      ["h", true, null],
    ]);
  });

  it("others than those that it has are ignored", () => {
    const stack = sender();
    const before = stack.connection;
    stack.feed({ type: "send-encodings", transceiver: 0, encodings: encodings.slice(0, 1) });
    stack.feed({ type: "send-encodings", transceiver: 0, encodings: [...encodings].reverse() });
    stack.feed({ type: "send-encodings", transceiver: 7, encodings });
    expect(stack.connection).toBe(before);
  });
});
