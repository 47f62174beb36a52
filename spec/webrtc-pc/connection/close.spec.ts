import { describe, expect, it } from "vitest";
import { type Input, step } from "../../../src/entries/connection.ts";
import { negotiate, only, pair, Stack, typesOf } from "./stack.ts";

describe("webrtc-pc #dfn-close-the-connection", () => {
  it("stops and closes everything, and fires no signalingstatechange", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "audio" });
    a.do({ method: "createDataChannel", label: "" });
    negotiate(a, b);
    expect(typesOf(a.call({ method: "close" }))).toEqual([
      ...["stop-sending-and-receiving", "ended", "close-data-channel"],
      ...["close-sctp-transport", "close-transport", "destroy-ice-agent", "return"],
    ]);
    expect(a.signalingState).toBe("closed");
    expect(a.transceiver()).toMatchObject({ stopping: true, stopped: true, currentDirection: null });
  });

  it("takes remote tracks from their streams, and is not receptive any more", () => {
    const { a, b } = pair();
    a.do({ method: "addTrack", track: { id: "1", kind: "audio" }, streams: ["s"] });
    negotiate(a, b);
    expect(b.transceiver()).toMatchObject({ receptive: true, receiver: { associatedRemoteMediaStreams: ["s"] } });
    b.call({ method: "close" });
    expect(b.transceiver()).toMatchObject({ receptive: false, receiver: { associatedRemoteMediaStreams: [] } });
  });

  it("does nothing a second time", () => {
    const stack = new Stack();
    stack.call({ method: "close" });
    const { connection } = stack;
    expect(typesOf(stack.call({ method: "close" }))).toEqual(["return"]);
    expect(stack.connection).toBe(connection);
  });

  it("settles nothing that is under way, whenever it comes", () => {
    // Every point of a description's way through the chain.
    for (let steps = 0; steps < 6; steps++) {
      const stack = new Stack();
      stack.call({ method: "addTransceiver", trackOrKind: "audio" });
      stack.call({ method: "setLocalDescription" }, "first");
      stack.call({ method: "createOffer" }, "second");
      for (let done = 0; done < steps; done++) {
        if (stack.reactions.length > 0) stack.runReaction();
        else if (stack.tasks.length > 0) stack.runTask();
        else if (stack.work !== null) stack.endWork();
      }
      stack.call({ method: "close" });
      const closed = stack.connection;
      const late: readonly Input[] = [
        ...[0, 1, 2].flatMap((operation): Input[] => [
          { type: "created", operation, sdp: "v=0" },
          { type: "applied", operation },
          { type: "failed", operation, message: "" },
          { type: "reaction", operation },
        ]),
        ...[0, 1, 2, 3].map((task): Input => ({ type: "task", task })),
        { type: "media", transceiver: 0, flows: true },
      ];
      for (const input of late) expect(step(closed, input)).toEqual({ connection: closed, effects: [] });
      expect(step(closed, late[0] as Input).connection).toBe(closed);
    }
  });

  it("overtakes what was refused as it was executed, in the same task", () => {
    const stack = new Stack();
    expect(typesOf(stack.call({ method: "setLocalDescription", description: { type: "rollback" } }))).toEqual([
      "react",
    ]);
    stack.call({ method: "close" });
    expect(typesOf(stack.runReaction())).toEqual([]);
  });

  it("restartIce() and setDirection() on a closed connection do what the text says", () => {
    const stack = new Stack();
    stack.call({ method: "addTransceiver", trackOrKind: "audio" });
    stack.call({ method: "close" });
    expect(typesOf(stack.call({ method: "restartIce" }))).toEqual(["return"]);
    const effects = stack.call({ method: "setDirection", transceiver: 0, direction: "inactive" });
    expect(only(effects, "throw").map(({ rejection }) => rejection.error)).toEqual(["InvalidStateError"]);
  });
});
