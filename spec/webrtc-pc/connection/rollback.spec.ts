import { describe, expect, it } from "vitest";
import { negotiate, only, pair, Stack } from "./stack.ts";

const audio = { method: "addTransceiver", trackOrKind: "audio" } as const;
const track = (id: string) => ({ method: "addTrack", track: { id, kind: "audio" }, streams: ["s"] }) as const;
const rollback = { type: "rollback" } as const;

describe("RFC 9429 §5.7, webrtc-pc #set-description: rollback", () => {
  it("gives no streams back to a transceiver that the remote offer has stopped", () => {
    const { a, b } = pair();
    a.do({ method: "addTrack", track: { id: "1", kind: "audio" }, streams: ["s"] });
    negotiate(a, b);
    a.do({ method: "stop", transceiver: 0 });
    a.do({ method: "setLocalDescription" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(b.transceiver().stopped).toBe(true);
    b.do({ method: "setRemoteDescription", description: rollback });
    expect(b.transceiver().receiver.associatedRemoteMediaStreams).toEqual([]);
  });

  it("of a local offer disassociates what it had associated, and closes its transports", () => {
    const stack = new Stack();
    stack.do(audio);
    stack.do({ method: "setLocalDescription" });
    const effects = stack.do({ method: "setLocalDescription", description: rollback });
    expect(stack.transceiver()).toMatchObject({
      mid: null,
      sender: { transport: null },
      receiver: { transport: null },
    });
    expect(only(effects, "close-transport")).toEqual([{ type: "close-transport", transport: 0 }]);
    expect(only(effects, "signalingstatechange").map(({ signalingState }) => signalingState)).toEqual(["stable"]);
  });

  it("fires negotiationneeded again, since the flag is cleared", () => {
    const stack = new Stack();
    stack.do(audio);
    stack.do({ method: "setLocalDescription" });
    const effects = stack.do({ method: "setRemoteDescription", description: rollback });
    expect(only(effects, "negotiationneeded")).toHaveLength(1);
  });

  it("of a remote offer removes what it had created, and the tracks from their streams", () => {
    const { a, b } = pair();
    a.do(track("1"));
    a.do({ method: "setLocalDescription" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    const effects = b.do({ method: "setRemoteDescription", description: rollback });
    expect(b.transceivers).toEqual([]);
    expect(only(effects, "remove-track")).toEqual([{ type: "remove-track", stream: "s", transceiver: 0 }]);
    expect(only(effects, "ended")).toHaveLength(1);
  });

  it("keeps what addTrack() has taken meanwhile, which the next offer then finds", () => {
    const { a, b } = pair();
    a.do(track("1"));
    a.do({ method: "setLocalDescription" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    b.do(track("2"));
    b.do({ method: "setRemoteDescription", description: rollback });
    expect(b.transceiver()).toMatchObject({ id: 0, mid: null, createdByAddTrack: true, createdSinceStable: false });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(b.transceivers.map(({ id, mid }) => [id, mid])).toEqual([[0, "0"]]);
  });

  it("brings back the streams and directions of the last stable state", () => {
    const { a, b } = pair();
    a.do(track("1"));
    negotiate(a, b);
    const before = b.transceiver();
    a.do({ method: "setDirection", transceiver: 0, direction: "inactive" });
    a.do({ method: "setLocalDescription" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(b.transceiver()).toMatchObject({ firedDirection: "inactive", receptive: false });
    const effects = b.do({ method: "setRemoteDescription", description: rollback });
    expect(only(effects, "add-track").map(({ stream }) => stream)).toEqual(["s"]);
    expect(only(effects, "track").map(({ streams }) => streams)).toEqual([["s"]]);
    const { currentDirection, firedDirection, mid, receiver } = before;
    const { associatedRemoteMediaStreams, transport } = receiver;
    expect(b.transceiver()).toMatchObject({
      ...{ currentDirection, firedDirection, mid },
      receiver: { associatedRemoteMediaStreams, transport },
    });
  });

  it("does not restore [[Receptive]] by today's text, and does with #3081's mend", () => {
    const receptive = (["today", "with #3081"] as const).map((revision) => {
      const { a, b } = pair({ revision });
      for (const stack of [a, b]) stack.do(track("1"));
      negotiate(a, b);
      a.do({ method: "setDirection", transceiver: 0, direction: "inactive" });
      a.do({ method: "setLocalDescription" });
      a.do({ method: "setLocalDescription", description: rollback });
      return a.transceiver().receptive;
    });
    expect(receptive).toEqual([false, true]);
  });

  it("of a local offer leaves remote tracks alone, [[Receptive]] included", () => {
    const { a, b } = pair();
    a.do(audio);
    negotiate(a, b);
    expect(a.transceiver()).toMatchObject({ currentDirection: "sendonly", receptive: false });
    a.do({ method: "setLocalDescription" });
    a.do({ method: "setLocalDescription", description: rollback });
    expect(a.transceiver()).toMatchObject({ currentDirection: "sendonly", receptive: true });
  });

  it("before #2418 restored [[Receptive]] with the track that came back", () => {
    const receptive = (["before #2418", "today"] as const).map((revision) => {
      const { a, b } = pair({ revision });
      a.do(track("1"));
      negotiate(a, b);
      a.do({ method: "setDirection", transceiver: 0, direction: "inactive" });
      a.do({ method: "setLocalDescription" });
      b.do({ method: "setRemoteDescription", description: a.localDescription });
      const effects = b.do({ method: "setRemoteDescription", description: rollback });
      expect(only(effects, "track")).toHaveLength(1);
      return b.transceiver().receptive;
    });
    expect(receptive).toEqual([true, false]);
  });

  it("restores the SCTP transport", () => {
    const stack = new Stack();
    stack.do({ method: "createDataChannel", label: "" });
    stack.do({ method: "setLocalDescription" });
    expect(stack.connection.sctpTransport).toEqual({ transport: 0, isClient: null });
    stack.do({ method: "setLocalDescription", description: rollback });
    expect(stack.connection.sctpTransport).toBe(null);
  });

  it("leaves an offer created before usable", () => {
    const stack = new Stack();
    stack.do(audio);
    stack.do({ method: "setLocalDescription" });
    const offer = stack.localDescription;
    stack.do({ method: "setLocalDescription", description: rollback });
    stack.do({ method: "setLocalDescription", description: offer });
    expect([stack.signalingState, stack.transceiver().mid]).toEqual(["have-local-offer", "0"]);
  });
});
