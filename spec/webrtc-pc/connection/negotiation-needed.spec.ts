import { describe, expect, it } from "vitest";
import { type Connection, isNegotiationNeeded } from "../../../src/entries/connection.ts";
import { negotiate, only, pair, Stack, typesOf } from "./stack.ts";

const audio = { method: "addTransceiver", trackOrKind: "audio" } as const;

describe("webrtc-pc #dfn-update-the-negotiation-needed-flag", () => {
  it("fires in a queued task, once for several changes", () => {
    const stack = new Stack();
    expect(typesOf(stack.call(audio))).toEqual(["queue-task", "return"]);
    stack.call(audio);
    expect(stack.connection.negotiationNeeded).toBe(false);
    expect(typesOf(stack.runTask())).toEqual(["negotiationneeded"]);
    expect(typesOf(stack.runTask())).toEqual([]);
    expect(stack.connection.negotiationNeeded).toBe(true);
  });

  it("waits until the operations chain is empty", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" });
    expect(typesOf(stack.call(audio))).toEqual(["return"]);
    expect(stack.connection.updateNegotiationNeededFlagOnEmptyChain).toBe(true);
    stack.endWork();
    stack.endWork();
    expect(typesOf(stack.runReaction())).toEqual(["queue-task"]);
    expect(stack.connection.updateNegotiationNeededFlagOnEmptyChain).toBe(false);
    expect(typesOf(stack.runTask())).toEqual(["negotiationneeded"]);
  });

  it("waits as well where an operation comes between the change and the task", () => {
    const stack = new Stack();
    stack.call(audio);
    stack.call({ method: "createOffer" });
    expect(typesOf(stack.runTask())).toEqual([]);
    expect(stack.connection.updateNegotiationNeededFlagOnEmptyChain).toBe(true);
  });

  it("does nothing outside of stable, and comes back to it there", () => {
    const { a, b } = pair();
    a.do(audio);
    a.do({ method: "setLocalDescription" });
    const from = a.effects.length;
    a.do(audio);
    expect(only(a.effects.slice(from), "negotiationneeded")).toHaveLength(0);
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    b.do({ method: "setLocalDescription" });
    a.do({ method: "setRemoteDescription", description: b.localDescription });
    expect(only(a.effects.slice(from), "negotiationneeded")).toHaveLength(1);
  });

  it("clears the flag where nothing is needed any more", () => {
    const stack = new Stack();
    stack.do({ method: "addTrack", track: { id: "1", kind: "audio" } });
    negotiate(stack, new Stack());
    expect(stack.connection.negotiationNeeded).toBe(false);
    stack.do({ method: "setDirection", transceiver: 0, direction: "inactive" });
    expect(stack.connection.negotiationNeeded).toBe(true);
    stack.do({ method: "setDirection", transceiver: 0, direction: "sendrecv" });
    expect(stack.connection.negotiationNeeded).toBe(false);
  });

  it("does nothing once the connection is closed", () => {
    const stack = new Stack();
    stack.call(audio);
    const task = stack.tasks[0] ?? -1;
    stack.call({ method: "close" });
    expect(stack.feed({ type: "task", task })).toEqual([]);
    expect(stack.feed({ type: "negotiation-needed" })).toEqual([]);
  });

  it("the implementation itself can ask for it", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" });
    expect(typesOf(stack.feed({ type: "negotiation-needed" }))).toEqual([]);
    expect(stack.connection.updateNegotiationNeededFlagOnEmptyChain).toBe(true);
  });
});

describe("webrtc-pc #dfn-check-if-negotiation-is-needed", () => {
  function negotiated(): { a: Stack; b: Stack } {
    const both = pair();
    both.a.do({ method: "addTrack", track: { id: "1", kind: "audio" }, streams: ["s"] });
    negotiate(both.a, both.b);
    return both;
  }
  const needed = ({ connection }: { connection: Connection }): boolean => isNegotiationNeeded(connection);

  it("is false for a new connection, and after an exchange", () => {
    const { a, b } = negotiated();
    expect([new Stack(), a, b].map(needed)).toEqual([false, false, false]);
  });

  it.each<[string, (stack: Stack) => unknown]>([
    ["a transceiver is added", (stack) => stack.do(audio)],
    ["a transceiver is stopping", (stack) => stack.do({ method: "stop", transceiver: 0 })],
    ["the first data channel is created", (stack) => stack.do({ method: "createDataChannel", label: "" })],
    ["ICE has to restart", (stack) => stack.do({ method: "restartIce" })],
    [
      "the direction is another",
      (stack) => stack.do({ method: "setDirection", transceiver: 0, direction: "recvonly" }),
    ],
    ["the streams are others", (stack) => stack.do({ method: "setStreams", transceiver: 0, streams: ["t"] })],
    ["there are more streams", (stack) => stack.do({ method: "setStreams", transceiver: 0, streams: ["s", "t"] })],
    ["there is no stream any more", (stack) => stack.do({ method: "setStreams", transceiver: 0 })],
    ["the track is removed", (stack) => stack.do({ method: "removeTrack", transceiver: 0 })],
  ])("is true where %s", (_, change) => {
    const { a } = negotiated();
    change(a);
    expect(needed(a)).toBe(true);
  });

  it.each<[string, (stack: Stack) => unknown]>([
    ["a track is replaced", (stack) => stack.do({ method: "replaceTrack", transceiver: 0, track: null })],
    [
      "codecs are preferred",
      (stack) =>
        stack.do({
          method: "setCodecPreferences",
          transceiver: 0,
          codecs: [{ mimeType: "audio/opus", clockRate: 48000 }],
        }),
    ],
  ])("stays false where %s", (_, change) => {
    const { a } = negotiated();
    change(a);
    expect(needed(a)).toBe(false);
  });

  it("is true where a transceiver is stopping or stopped, also where nothing else would change", () => {
    const { a, b } = negotiated();
    a.do({ method: "setDirection", transceiver: 0, direction: "inactive" });
    negotiate(a, b);
    b.do({ method: "setDirection", transceiver: 0, direction: "inactive" });
    expect([a, b].map(needed)).toEqual([false, false]);
    a.do({ method: "stop", transceiver: 0 });
    expect(needed(a)).toBe(true);
    a.do({ method: "setLocalDescription" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(b.transceiver()).toMatchObject({ stopped: true, direction: "inactive" });
    b.do({ method: "setRemoteDescription", description: { type: "rollback" } });
    expect(b.signalingState).toBe("stable");
    expect(needed(b)).toBe(true);
  });

  it("after an answer, a direction that the offer did not allow needs none", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "audio", init: { direction: "sendonly" } });
    negotiate(a, b);
    b.do({ method: "setDirection", transceiver: 0, direction: "sendrecv" });
    expect(b.transceiver().direction).toBe("sendrecv");
    // The answer says recvonly, which is what sendrecv becomes where the other side only sends; but b sends no stream yet.
    expect(needed(b)).toBe(true);
    b.do({ method: "setDirection", transceiver: 0, direction: "recvonly" });
    expect(needed(b)).toBe(false);
  });

  it("after an offer, either description may have the direction", () => {
    const { a, b } = pair();
    a.do(audio);
    a.do({ method: "setLocalDescription" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    b.do({ method: "setDirection", transceiver: 0, direction: "recvonly" });
    b.do({ method: "setLocalDescription" });
    a.do({ method: "setRemoteDescription", description: b.localDescription });
    expect(a.transceiver().currentDirection).toBe("sendonly");
    expect(needed(a)).toBe(false);
    a.do({ method: "setDirection", transceiver: 0, direction: "sendonly" });
    expect(needed(a)).toBe(false);
    a.do({ method: "setDirection", transceiver: 0, direction: "recvonly" });
    expect(needed(a)).toBe(true);
  });
});

describe("webrtc-pc #dfn-update-the-negotiation-needed-flag: earlier revisions", () => {
  it("before #2405 fires in a task, whatever the chain does", () => {
    const stack = new Stack({ revision: "before #2405" });
    stack.call({ method: "createOffer" });
    expect(typesOf(stack.call(audio))).toEqual(["queue-task", "return"]);
    expect(typesOf(stack.runTask())).toEqual(["negotiationneeded"]);
  });

  it("before #2405 checks what has just changed, whatever was checked before", () => {
    const stack = new Stack({ revision: "before #2405" });
    stack.feed({ type: "negotiation-needed" });
    expect(stack.connection.negotiationChecked).toBe(true);
    expect(typesOf(stack.call(audio))).toEqual(["queue-task", "return"]);
  });

  it("before #2478 chains the queueing of that task", () => {
    const stack = new Stack({ revision: "before #2478" });
    expect(typesOf(stack.call(audio))).toEqual(["return", "queue-task", "react"]);
    expect(typesOf(stack.runReaction())).toEqual([]);
    expect(typesOf(stack.runTask())).toEqual(["negotiationneeded"]);
  });

  it("before #2509 queues a task that chains the update", () => {
    const stack = new Stack({ revision: "before #2509" });
    expect(typesOf(stack.call(audio))).toEqual(["queue-task", "return"]);
    expect(typesOf(stack.runTask())).toEqual(["negotiationneeded", "react"]);
  });

  it("before #2472 the event fires in have-remote-offer, after an implicit rollback (#1332)", () => {
    const fired = (["before #2472", "before #2478", "today"] as const).map((revision) => {
      const { a, b } = pair({ revision });
      for (const stack of [a, b]) stack.do(audio);
      for (const stack of [a, b]) stack.do({ method: "setLocalDescription" });
      const from = b.effects.length;
      b.do({ method: "setRemoteDescription", description: a.localDescription });
      expect(b.signalingState).toBe("have-remote-offer");
      return only(b.effects.slice(from), "negotiationneeded").length;
    });
    expect(fired).toEqual([1, 0, 0]);
  });
});
