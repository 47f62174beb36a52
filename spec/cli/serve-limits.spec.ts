// What bounds the memory of `serve`: over a limit there is a fault, and nothing is lost.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { maxSessionText } from "../../src/cli/serve/limits.ts";
import { client, faultOf } from "./running/serving.ts";
import { usedHeap } from "./running/used-heap.ts";

const create = (session: string) => ({ op: "create", session, options: { sdp: "opaque" } });
const offer = (session: string, length: number) => ({
  op: "setRemoteDescription",
  session,
  description: { type: "offer", sdp: "x".repeat(length) },
  brief: true,
});
const lengthOf = (request: unknown) => JSON.stringify(request).length;

describe("the limit of sessions", () => {
  it("counts what is open", () => {
    const ask = client({ maxSessions: 2 });
    for (const session of ["a", "b"]) expect(faultOf(ask(create(session)))).toBeUndefined();
    expect(faultOf(ask(create("c")))).toBe("over the limit of 2 sessions");
    expect(faultOf(ask(create("a")))).toBe('duplicate session: "a"');
    ask({ op: "close", session: "b" });
    expect(faultOf(ask(create("c")))).toBe("over the limit of 2 sessions");
    ask({ op: "drop", session: "b" });
    expect(faultOf(ask(create("c")))).toBeUndefined();
  });
});

describe("the limit of text in all sessions", () => {
  const maxText = 1000;
  const room = maxText - lengthOf(create("a")) - lengthOf(create("b"));
  const over = `over the limit of ${maxText} characters in all sessions`;

  function twoSessions() {
    const ask = client({ maxText });
    for (const session of ["a", "b"]) expect(faultOf(ask(create(session)))).toBeUndefined();
    return ask;
  }

  it("is met to the character, with what the requests to create took", () => {
    expect(faultOf(twoSessions()(offer("a", room)))).toBeUndefined();
    expect(faultOf(twoSessions()(offer("a", room + 1)))).toBe(over);
  });

  it("leaves the session as it was", () => {
    const ask = twoSessions();
    ask(offer("a", 10));
    ask(offer("b", room - 10));
    expect(faultOf(ask(offer("a", 11)))).toBe(over);
    const state = { op: "operationFailed", session: "a" };
    expect(ask(state)).toHaveProperty("outcome.session.pendingRemoteDescription.sdp", "x".repeat(10));
    expect(faultOf(ask(create("c")))).toBe(over);
    expect(faultOf(ask({ op: "close", session: "c" }))).toBe('unknown session: "c"');
  });

  it("counts every slot, and what was created", () => {
    const ask = client({ maxText: 400 + lengthOf(create("a")) });
    const sdp = "x".repeat(100);
    ask(create("a"));
    const calls = [
      { op: "offerCreated", sdp },
      { op: "setLocalDescription", description: { type: "offer", sdp } },
      { op: "setRemoteDescription", description: { type: "answer", sdp } },
      { op: "setRemoteDescription", description: { type: "offer", sdp } },
      { op: "answerCreated", sdp },
    ];
    for (const call of calls) expect(faultOf(ask({ session: "a", ...call }))).toBeUndefined();
    expect(faultOf(ask({ session: "a", op: "answerCreated", sdp: `${sdp}x` }))).toMatch(/^over the limit/);
  });

  it.each([
    ["a rollback", { op: "setRemoteDescription", session: "b", description: { type: "rollback" } }],
    ["a drop", { op: "drop", session: "b" }],
    ["another description in its place", offer("b", 0)],
  ])("%s makes room", (_, request) => {
    const ask = twoSessions();
    ask(offer("b", room));
    expect(faultOf(ask(offer("a", 1)))).toBe(over);
    expect(faultOf(ask(request))).toBeUndefined();
    expect(faultOf(ask(offer("a", room)))).toBeUndefined();
  });

  it("is not worn down by opening and dropping", () => {
    const ask = twoSessions();
    for (let turn = 0; turn < 100; turn++) {
      ask(create("c"));
      expect(faultOf(ask(offer("c", 700)))).toBeUndefined();
      ask(offer("c", 800));
      ask({ op: "drop", session: "c" });
    }
    expect(faultOf(ask(offer("a", room + 1)))).toBe(over);
    expect(faultOf(ask(offer("a", room)))).toBeUndefined();
  });
});

describe("the limit of text in one session", () => {
  it("holds whatever the others hold", () => {
    const ask = client();
    ask(create("a"));
    const room = maxSessionText - lengthOf(create("a"));
    expect(faultOf(ask(offer("a", room + 1)))).toBe(`over the limit of ${maxSessionText} characters in one session`);
    expect(faultOf(ask(offer("a", room)))).toBeUndefined();
  });
});

describe("memory", () => {
  // What is read of an SDP takes some six times the room of its text.
  const sdp = readFileSync(new URL("../fixtures/chromium-offer.sdp", import.meta.url), "utf8");
  const changed = sdp.replace("a=mid", "a=dim");
  const remoteOffer = { op: "setRemoteDescription", description: { type: "offer", sdp } };
  const localAnswer = { op: "setLocalDescription", description: { type: "answer", sdp: changed } };

  it.each([
    ["was read of an SDP", [remoteOffer], "applied"],
    ["a refused one was judged against", [remoteOffer, { op: "answerCreated", sdp: changed }, localAnswer], "rejected"],
  ])("what %s is not kept", (_, requests, kind) => {
    const ask = client();
    const [sessions, before] = [200, usedHeap()];
    for (let index = 0; index < sessions; index++) {
      const session = `session-${index}`;
      ask({ op: "create", session });
      const answers = requests.map((request) => ask({ ...request, session, brief: true }));
      expect(answers.at(-1)).toHaveProperty("outcome.kind", kind);
    }
    expect((usedHeap() - before) / sessions).toBeLessThan(3 * sdp.length);
    // They are still there.
    expect(faultOf(ask({ op: "drop", session: "session-0" }))).toBeUndefined();
  });
});
