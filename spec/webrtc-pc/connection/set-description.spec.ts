import { describe, expect, it } from "vitest";
import { codeIn, negotiate, only, pair, refusalIn, Stack, typesOf } from "./stack.ts";

describe("webrtc-pc #set-description: two phases", () => {
  it("changes nothing until the stack has applied the description", () => {
    const stack = new Stack();
    stack.call({ method: "addTransceiver", trackOrKind: "audio" });
    stack.call({ method: "setLocalDescription" });
    stack.endWork();
    expect([stack.signalingState, stack.transceiver().mid]).toEqual(["stable", null]);
    const effects = stack.endWork();
    expect([stack.signalingState, stack.transceiver().mid]).toEqual(["have-local-offer", "0"]);
    expect(typesOf(effects)).toEqual(["create-transport", "signalingstatechange", "resolve", "react"]);
  });

  it("a failure leaves everything as it was, and is an OperationError", () => {
    const stack = new Stack();
    stack.call({ method: "addTransceiver", trackOrKind: "audio" });
    stack.settle();
    stack.call({ method: "createOffer" });
    stack.settle();
    stack.call({ method: "setLocalDescription" });
    const { operations: _, progress: __, ...before } = stack.connection;
    const effects = stack.failWork();
    expect(codeIn(effects)).toEqual(["OperationError", "operation-failed"]);
    expect(refusalIn(effects).message).toContain("out of memory");
    expect(stack.connection).toMatchObject(before);
  });

  it("makes what was created before stale", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "audio" });
    a.do({ method: "setLocalDescription" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    b.do({ method: "createAnswer" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(typesOf(b.call({ method: "setLocalDescription" }))).toEqual(["start"]);
    expect(b.work?.work.kind).toBe("create-answer");
  });

  it("judges legality when the operation is executed, not when it is called", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "audio" });
    a.do({ method: "setLocalDescription" });
    b.call({ method: "setRemoteDescription", description: a.localDescription }, "offer");
    b.call({ method: "setLocalDescription", description: { type: "answer" } }, "answer");
    b.call({ method: "setLocalDescription", description: { type: "answer" } }, "late");
    b.settle();
    expect(only(b.effects, "resolve").map(({ call }) => call)).toEqual(["offer", "answer"]);
    expect(codeIn(b.effects)).toEqual(["InvalidStateError", "create-answer-in-wrong-state"]);
  });

  it("reports a refusal by state or content in a queued task, a modified description in the next reaction", () => {
    const stack = new Stack();
    const answer = { type: "answer", sdp: "" };
    expect(typesOf(stack.call({ method: "setRemoteDescription", description: answer }))).toEqual(["queue-task"]);
    expect(codeIn(stack.runTask())).toEqual(["InvalidStateError", "answer-in-wrong-state"]);
    stack.settle();
    const modified = { type: "offer", sdp: "v=0" };
    expect(typesOf(stack.call({ method: "setLocalDescription", description: modified }))).toEqual(["react"]);
    expect(codeIn(stack.runReaction())).toEqual(["InvalidModificationError", "local-description-modified"]);
    stack.settle();
    expect(typesOf(stack.call({ method: "setLocalDescription", description: { type: "rollback" } }))).toEqual([
      "react",
    ]);
    expect(codeIn(stack.runReaction())).toEqual(["InvalidStateError", "rollback-in-wrong-state"]);
  });

  it("refuses what Web IDL cannot convert before the chain, whatever the state", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" });
    expect(codeIn(stack.call({ method: "setRemoteDescription" }))).toEqual(["TypeError", "description-missing"]);
    expect(codeIn(stack.call({ method: "setLocalDescription", description: { type: "?" } }))).toEqual([
      "TypeError",
      "type-unknown",
    ]);
    stack.call({ method: "close" });
    expect(codeIn(stack.call({ method: "setRemoteDescription", description: 5 }))).toEqual([
      "TypeError",
      "description-not-an-object",
    ]);
  });
});

describe("webrtc-pc #dom-peerconnection-setlocaldescription", () => {
  it("without SDP creates a description anew where the last one no longer represents the state", () => {
    const stack = new Stack();
    stack.do({ method: "createOffer" });
    stack.call({ method: "addTransceiver", trackOrKind: "audio" });
    const effects = stack.call({ method: "setLocalDescription" });
    expect(only(effects, "start").map(({ work }) => work.kind)).toEqual(["create-offer"]);
  });

  it("without SDP sets the last one where it still does", () => {
    const stack = new Stack();
    stack.do({ method: "createOffer" });
    const effects = stack.call({ method: "setLocalDescription" });
    expect(only(effects, "start").map(({ work }) => work.kind)).toEqual(["apply-description"]);
  });

  it("associates the transceivers for which the offer was made, whatever happened to them since", () => {
    const stack = new Stack();
    stack.call({ method: "addTransceiver", trackOrKind: "audio" });
    stack.call({ method: "addTransceiver", trackOrKind: "audio" });
    stack.settle();
    stack.do({ method: "createOffer" });
    const sdp = stack.connection.session.lastCreatedOffer;
    stack.do({ method: "stop", transceiver: 0 });
    stack.do({ method: "setLocalDescription", description: { type: "offer", sdp } });
    expect(stack.transceivers.map(({ mid }) => mid)).toEqual(["0", "1"]);
  });
});

describe("webrtc-pc #dom-peerconnection-setremotedescription", () => {
  it("rolls the own offer back first, in work of its own, with its events in between", () => {
    const { a, b } = pair();
    for (const stack of [a, b]) stack.do({ method: "addTransceiver", trackOrKind: "audio" });
    for (const stack of [a, b]) stack.do({ method: "setLocalDescription" });
    b.call({ method: "setRemoteDescription", description: a.localDescription });
    const rolledBack = b.endWork();
    expect(typesOf(rolledBack)).toEqual(["close-transport", "signalingstatechange", "start"]);
    expect(b.signalingState).toBe("stable");
    expect(typesOf(b.endWork())).toEqual(["signalingstatechange", "track", "resolve", "react"]);
    expect(b.signalingState).toBe("have-remote-offer");
    expect(only(b.effects, "resolve").filter(({ call }) => call === "setRemoteDescription")).toHaveLength(1);
  });

  it("a remote offer that is then refused leaves the rollback in place", () => {
    const stack = new Stack();
    stack.do({ method: "addTransceiver", trackOrKind: "audio" });
    stack.do({ method: "setLocalDescription" });
    const effects = stack.do({ method: "setRemoteDescription", description: { type: "offer", sdp: "no SDP" } });
    expect(codeIn(effects)).toEqual(["RTCError", "sdp-syntax-error"]);
    expect([stack.signalingState, stack.transceiver().mid]).toEqual(["stable", null]);
  });

  it("applies a remote offer again where addTrack() has succeeded meanwhile", () => {
    const { a, b } = pair();
    a.do({ method: "addTrack", track: { id: "1", kind: "audio" } });
    a.do({ method: "setLocalDescription" });
    b.call({ method: "setRemoteDescription", description: a.localDescription });
    b.call({ method: "addTrack", track: { id: "2", kind: "audio" } });
    expect(typesOf(b.endWork())).toEqual(["start"]);
    b.endWork();
    expect(b.transceivers.map(({ id, mid }) => [id, mid])).toEqual([[0, "0"]]);
  });
});

describe("webrtc-pc #apply-local-description, #apply-remote-description", () => {
  it("both peers come to agree", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "audio" });
    a.do({ method: "addTransceiver", trackOrKind: "video", init: { direction: "sendonly" } });
    negotiate(a, b);
    expect(a.transceivers.map(({ currentDirection }) => currentDirection)).toEqual(["sendonly", "sendonly"]);
    expect(b.transceivers.map(({ currentDirection }) => currentDirection)).toEqual(["recvonly", "recvonly"]);
    expect([a.signalingState, b.signalingState]).toEqual(["stable", "stable"]);
  });

  it("bundled m= sections share a transport", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "audio" });
    a.do({ method: "addTransceiver", trackOrKind: "video" });
    a.do({ method: "setLocalDescription" });
    expect(a.transceivers.map(({ sender }) => sender.transport)).toEqual([0, 1]);
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(b.transceivers.map(({ sender }) => sender.transport)).toEqual([null, null]);
    b.do({ method: "setLocalDescription" });
    a.do({ method: "setRemoteDescription", description: b.localDescription });
    expect(a.transceivers.map(({ sender, receiver }) => [sender.transport, receiver.transport])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(b.transceivers.map(({ sender }) => sender.transport)).toEqual([0, 0]);
    expect(only(a.effects, "close-transport")).toEqual([{ type: "close-transport", transport: 1 }]);
  });
});
