// Overlapping calls, events and objects of the fake: what the call-by-call records cannot show.
import { describe, expect, it } from "vitest";
import { rest } from "../testing/driving/rest.ts";
import { FakePeerConnection, fakesWithSeed } from "../testing/faulty/fake-peer-connection.ts";

/** Writes down what happens to a peer connection, in order. */
function watched(connection = new FakePeerConnection()) {
  const log: string[] = [];
  connection.addEventListener("signalingstatechange", () => log.push(`event ${connection.signalingState}`));
  const watch = (name: string, call: Promise<unknown>) =>
    call.then(
      () => log.push(`${name} resolved in ${connection.signalingState}`),
      ({ name: error }: Error) => log.push(`${name} ${error}`),
    );
  return { connection, log, watch };
}

/** Offers of another peer connection. */
async function offerOf(other = new FakePeerConnection()) {
  return { ...(await other.createOffer()) };
}

describe("webrtc-pc #dfn-chain: calls wait for their turn", () => {
  it("nothing has changed when a call returns; each is judged when its turn has come", async () => {
    const { connection, log, watch } = watched();
    const theirs = await offerOf();
    watch("offer", connection.setLocalDescription());
    watch("rollback", connection.setLocalDescription({ type: "rollback" }));
    watch("answer", connection.setLocalDescription({ type: "answer" }));
    watch("remote offer", connection.setRemoteDescription(theirs));
    watch("own answer", connection.setLocalDescription());
    const before = connection.signalingState;
    await rest();
    expect([before, ...log]).toEqual([
      "stable",
      "event have-local-offer",
      "offer resolved in have-local-offer",
      "event stable",
      "rollback resolved in stable",
      "answer InvalidStateError",
      "event have-remote-offer",
      "remote offer resolved in have-remote-offer",
      "event stable",
      "own answer resolved in stable",
    ]);
  });

  it("what Web IDL refuses waits for nothing", async () => {
    const { connection, log, watch } = watched();
    watch("offer", connection.setLocalDescription());
    watch("creation", connection.createOffer());
    watch("junk", connection.setRemoteDescription({ type: "nonsense" }));
    await rest();
    expect(log).toEqual([
      "junk TypeError",
      "event have-local-offer",
      "offer resolved in have-local-offer",
      "creation resolved in have-local-offer",
    ]);
  });

  it("an argument is read once, at the call: sdp before type", async () => {
    const read: string[] = [];
    const offer = await offerOf();
    const argument = {
      get type() {
        read.push("type");
        return read.length > 2 ? "answer" : { toString: () => "offer" };
      },
      get sdp() {
        read.push("sdp");
        return offer.sdp;
      },
    };
    const connection = new FakePeerConnection();
    const call = connection.setRemoteDescription(argument);
    expect(read).toEqual(["sdp", "type"]);
    await call;
    expect(read).toEqual(["sdp", "type"]);
    expect(JSON.parse(JSON.stringify(connection.pendingRemoteDescription))).toEqual(offer);
  });

  it.each([
    ["null", null],
    ["a number", 5],
    ["a symbol for the type", { type: Symbol("offer") }],
    ["a symbol for the SDP", { type: "offer", sdp: Symbol("sdp") }],
  ])("%s is a TypeError", async (_, argument) => {
    await expect(new FakePeerConnection().setRemoteDescription(argument)).rejects.toThrow(TypeError);
  });
});

describe("webrtc-pc #dom-rtcpeerconnection-close: what close() overtakes never settles", () => {
  it("calls under way and calls that wait; new ones are refused", async () => {
    const { connection, log, watch } = watched();
    watch("offer", connection.setLocalDescription());
    watch("another", connection.createOffer());
    connection.close();
    watch("late", connection.createOffer());
    await rest();
    expect(log).toEqual(["late InvalidStateError"]);
    expect(connection.signalingState).toBe("closed");
    expect(connection.localDescription).toBeNull();
  });

  it("also when it is called from an event handler", async () => {
    const { connection, log, watch } = watched();
    connection.onsignalingstatechange = () => connection.close();
    watch("offer", connection.setLocalDescription());
    await rest();
    expect(log).toEqual(["event have-local-offer"]);
    expect(connection.pendingLocalDescription?.type).toBe("offer");
  });

  it("in the middle of an implicit rollback, the offer is not set any more", async () => {
    const { connection, log, watch } = watched();
    await connection.setLocalDescription();
    connection.onsignalingstatechange = () => connection.close();
    watch("crossing", connection.setRemoteDescription(await offerOf()));
    await rest();
    expect(log).toEqual(["event have-local-offer", "event stable"]);
    expect(connection.remoteDescription).toBeNull();
  });
});

describe("webrtc-pc #rtcpeerconnection-interface: objects", () => {
  it("a handler is called in the place of the first that was set; what is no function is null", async () => {
    const connection = new FakePeerConnection();
    const log: string[] = [];
    connection.onsignalingstatechange = () => log.push("replaced");
    connection.addEventListener("signalingstatechange", () => log.push("listener"));
    connection.onsignalingstatechange = function (this: unknown, event: Event) {
      log.push(`handler ${event.type} ${this === connection}`);
    };
    await connection.setLocalDescription();
    expect(log).toEqual(["handler signalingstatechange true", "listener"]);
    connection.onsignalingstatechange = 5;
    expect(connection.onsignalingstatechange).toBeNull();
    await connection.setLocalDescription({ type: "rollback" });
    expect(log).toHaveLength(3);
  });

  it("a slot shows one object as long as it holds one description", async () => {
    const connection = new FakePeerConnection();
    expect(connection.localDescription).toBeNull();
    await connection.setLocalDescription();
    const { localDescription } = connection;
    expect(localDescription).toBe(connection.pendingLocalDescription);
    expect(JSON.parse(JSON.stringify(localDescription))).toEqual({ type: "offer", sdp: localDescription?.sdp });
    await connection.setLocalDescription({ type: "offer" });
    expect(connection.localDescription).not.toBe(localDescription);
  });

  it("two peer connections make different descriptions", async () => {
    expect(await offerOf()).not.toEqual(await offerOf());
    const { sdp } = await offerOf(fakesWithSeed(7)());
    expect(await offerOf(fakesWithSeed(7)())).toEqual({ type: "offer", sdp });
  });

  it("an error is the exception that the rejection becomes", async () => {
    const call = new FakePeerConnection().setRemoteDescription({ type: "offer", sdp: "v=0\r\ngarbage" });
    await expect(call).rejects.toMatchObject({
      name: "OperationError",
      errorDetail: "sdp-syntax-error",
      sdpLineNumber: 2,
      cause: { code: "sdp-syntax-error" },
    });
  });

  it("an unknown fault is refused", () => {
    expect(() => new FakePeerConnection({ fault: "none" as never })).toThrow(TypeError);
  });
});
