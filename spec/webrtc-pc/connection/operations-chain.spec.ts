import { describe, expect, it } from "vitest";
import { codeIn, only, Stack, typesOf } from "./stack.ts";

describe("webrtc-pc #dfn-chain", () => {
  it("executes the first operation at once, within the call", () => {
    const stack = new Stack();
    expect(stack.call({ method: "createOffer" })).toEqual([
      { type: "start", operation: 0, work: { kind: "create-offer", iceRestart: false } },
    ]);
  });

  it("executes the next only when the reaction to the settled promise of the one before has run", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" }, "first");
    expect(stack.call({ method: "createOffer" }, "second")).toEqual([]);
    expect(typesOf(stack.endWork())).toEqual(["resolve", "react"]);
    expect(stack.runReaction()).toEqual([
      { type: "start", operation: 1, work: { kind: "create-offer", iceRestart: false } },
    ]);
  });

  it("a call made in the application's reaction waits behind the operation that is still in the chain", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" }, "first");
    stack.endWork();
    expect(stack.call({ method: "setLocalDescription" })).toEqual([]);
    expect(only(stack.runReaction(), "start")).toHaveLength(1);
  });

  it("settles each call once, in the order of the calls", () => {
    const stack = new Stack();
    for (let index = 0; index < 5; index++)
      stack.call({ method: index % 2 ? "createAnswer" : "createOffer" }, `${index}`);
    stack.settle();
    const settled = stack.effects.filter(({ type }) => type === "resolve" || type === "reject");
    expect(settled.map((effect) => ("call" in effect ? effect.call : null))).toEqual(["0", "1", "2", "3", "4"]);
  });

  it("ignores the end of work of an operation that is not being executed", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" });
    const before = stack.connection;
    for (const operation of [1, 7, -1]) {
      expect(stack.feed({ type: "created", operation, sdp: "v=0" })).toEqual([]);
      expect(stack.feed({ type: "applied", operation })).toEqual([]);
      expect(stack.feed({ type: "reaction", operation })).toEqual([]);
    }
    expect(stack.connection).toBe(before);
  });

  it("ignores a second end of the same work, and a reaction before the promise is settled", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" });
    expect(stack.feed({ type: "reaction", operation: 0 })).toEqual([]);
    stack.endWork();
    expect(stack.feed({ type: "created", operation: 0, sdp: "v=0" })).toEqual([]);
    expect(stack.feed({ type: "applied", operation: 0 })).toEqual([]);
    expect(stack.feed({ type: "failed", operation: 0, message: "" })).toEqual([]);
    expect(only(stack.effects, "resolve")).toHaveLength(1);
  });

  it("ignores ends of work where none is under way: a queued task is to settle the promise", () => {
    const stack = new Stack();
    stack.call({ method: "setRemoteDescription", description: { type: "answer" } });
    const before = stack.connection;
    expect(stack.feed({ type: "failed", operation: 0, message: "" })).toEqual([]);
    expect(stack.feed({ type: "applied", operation: 0 })).toEqual([]);
    expect(stack.feed({ type: "created", operation: 0, sdp: "v=0" })).toEqual([]);
    expect(stack.connection).toBe(before);
  });

  it("rejects a call on a closed connection with InvalidStateError", () => {
    const stack = new Stack();
    stack.call({ method: "close" });
    const codes = (["createOffer", "createAnswer", "setLocalDescription"] as const).map((method) =>
      codeIn(stack.call({ method })),
    );
    expect(codes).toEqual(Array(3).fill(["InvalidStateError", "connection-closed"]));
    expect(codeIn(stack.call({ method: "setRemoteDescription", description: { type: "answer" } }))).toEqual([
      "InvalidStateError",
      "connection-closed",
    ]);
    expect(codeIn(stack.call({ method: "addIceCandidate" }))).toEqual([
      "InvalidStateError",
      "call-on-closed-connection",
    ]);
  });
});

describe("webrtc-pc #dfn-final-steps-to-create-an-offer", () => {
  it("creates the offer again where the connection was modified meanwhile", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" });
    stack.call({ method: "addTransceiver", trackOrKind: "audio" });
    expect(only(stack.endWork(), "start")).toHaveLength(1);
    const [resolved] = only(stack.endWork(), "resolve");
    expect(resolved?.value?.sdp).toContain("m=audio");
  });

  it("resolves with the offer, and remembers it", () => {
    const stack = new Stack();
    const [resolved] = only(stack.do({ method: "createOffer" }), "resolve");
    expect(resolved?.value).toEqual({ type: "offer", sdp: stack.connection.session.lastCreatedOffer });
  });

  it("is refused in a state that allows no offer", () => {
    const stack = new Stack();
    expect(typesOf(stack.call({ method: "createAnswer" }))).toEqual(["react"]);
    expect(codeIn(stack.runReaction())).toEqual(["InvalidStateError", "create-answer-in-wrong-state"]);
  });

  it("rejects with OperationError where the stack fails", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" });
    expect(codeIn(stack.failWork())).toEqual(["OperationError", "work-failed"]);
    expect(stack.connection.session.lastCreatedOffer).toBe("");
  });
});
