import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/entries/fake.ts";

// biome-ignore lint/suspicious/noExplicitAny: these tests pass what the types forbid
const world = createWorld() as any;
const { RTCPeerConnection, RTCSessionDescription, RTCIceCandidate, RTCRtpSender } = world;

/** What is thrown, or what the promise is rejected with. */
async function refusal(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

describe("Web IDL #js-interfaces", () => {
  it("an interface object has its name, its length and its prototype", () => {
    expect([RTCPeerConnection.name, RTCPeerConnection.length]).toEqual(["RTCPeerConnection", 0]);
    expect([RTCSessionDescription.name, RTCSessionDescription.length]).toEqual(["RTCSessionDescription", 1]);
    const pc = new RTCPeerConnection();
    expect(Object.getPrototypeOf(pc)).toBe(RTCPeerConnection.prototype);
    expect(pc.constructor).toBe(RTCPeerConnection);
    expect(pc).toBeInstanceOf(EventTarget);
    expect(String(pc)).toBe("[object RTCPeerConnection]");
  });

  it("attributes are enumerable getters of the prototype, without a setter where they are readonly", () => {
    const { prototype } = RTCPeerConnection;
    const property = Object.getOwnPropertyDescriptor(prototype, "signalingState");
    expect(property).toMatchObject({ enumerable: true, configurable: true, set: undefined });
    expect(property?.get?.name).toBe("get signalingState");
    expect(Object.keys(new RTCPeerConnection())).toEqual([]);
    expect(() => prototype.signalingState).toThrow(TypeError);
  });

  it("operations are enumerable functions with the number of their required arguments", () => {
    const { prototype } = RTCPeerConnection;
    expect(Object.getOwnPropertyDescriptor(prototype, "addTrack")).toMatchObject({ enumerable: true, writable: true });
    const lengths = ["createOffer", "setRemoteDescription", "addTransceiver", "close"].map(
      (name) => prototype[name].length,
    );
    expect(lengths).toEqual([0, 1, 1, 0]);
    expect(() => new prototype.close()).toThrow(TypeError);
  });

  it("two worlds have no class in common, and know each other's objects", () => {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const other = createWorld() as any;
    const pc = new other.RTCPeerConnection();
    expect(other.RTCPeerConnection).not.toBe(RTCPeerConnection);
    expect(pc).not.toBeInstanceOf(RTCPeerConnection);
    expect(Reflect.get(RTCPeerConnection.prototype, "signalingState", pc)).toBe("stable");
  });

  it("a class without a constructor cannot be constructed, and none can be called", () => {
    expect(() => new RTCRtpSender()).toThrow(/Illegal constructor/);
    expect(() => RTCPeerConnection()).toThrow(TypeError);
  });

  it("a class can be extended", () => {
    class Own extends RTCPeerConnection {
      get state(): string {
        // biome-ignore lint/suspicious/noExplicitAny: as above
        return (this as any).signalingState;
      }
    }
    expect(new Own().state).toBe("stable");
  });

  it("a method that returns a promise rejects it, where another throws", async () => {
    const pc = new RTCPeerConnection();
    expect(await refusal(() => pc.setRemoteDescription())).toBeInstanceOf(TypeError);
    const promise = pc.setRemoteDescription();
    expect(promise).toBeInstanceOf(Promise);
    await refusal(() => promise);
    expect(await refusal(() => RTCPeerConnection.prototype.createOffer.call({}))).toBeInstanceOf(TypeError);
    expect(() => pc.addTransceiver()).toThrow(TypeError);
  });
});

describe("Web IDL #js-type-mapping", () => {
  it("what a getter throws passes through, and members are read in lexicographical order", async () => {
    const pc = new RTCPeerConnection();
    const read: string[] = [];
    const reason = new Error("mine");
    const description = {
      get type() {
        read.push("type");
        throw reason;
      },
      get sdp() {
        read.push("sdp");
        return "";
      },
    };
    expect(await refusal(() => pc.setRemoteDescription(description))).toBe(reason);
    expect(read).toEqual(["sdp", "type"]);
  });

  it("an enumeration refuses what it does not have; an attribute of one ignores it", () => {
    expect(() => new RTCSessionDescription({ type: "?" })).toThrow(TypeError);
    const transceiver = new RTCPeerConnection().addTransceiver("audio");
    transceiver.direction = "sideways";
    expect(transceiver.direction).toBe("sendrecv");
    expect(() => new RTCPeerConnection().addTransceiver("audio", { direction: "sideways" })).toThrow(TypeError);
  });

  it("EnforceRange refuses, other integers wrap around", () => {
    const pc = new RTCPeerConnection();
    expect(() => pc.createDataChannel("a", { id: 65536, negotiated: true })).toThrow(TypeError);
    expect(() => pc.createDataChannel("a", { id: -1, negotiated: true })).toThrow(TypeError);
    expect(new RTCIceCandidate({ sdpMLineIndex: 65537 }).sdpMLineIndex).toBe(1);
  });

  it("null and undefined are told apart", () => {
    expect(new RTCIceCandidate({ sdpMid: null, sdpMLineIndex: 0 }).sdpMid).toBe(null);
    expect(new RTCIceCandidate({ sdpMid: "0", candidate: null }).candidate).toBe("null");
    expect(new RTCIceCandidate({ sdpMid: "0", candidate: undefined }).candidate).toBe("");
    expect(() => new RTCPeerConnection(null)).not.toThrow();
    expect(() => new RTCPeerConnection({ iceServers: null })).toThrow(TypeError);
  });
});

describe("HTML #event-handler-attributes", () => {
  it("a handler keeps its place among the listeners, until it is null", () => {
    const pc = new RTCPeerConnection();
    const called: string[] = [];
    const fire = () => pc.dispatchEvent(new Event("track"));
    pc.ontrack = () => called.push("first");
    pc.addEventListener("track", () => called.push("listener"));
    pc.ontrack = () => called.push("second");
    fire();
    pc.ontrack = null;
    pc.ontrack = () => called.push("third");
    fire();
    expect(called).toEqual(["second", "listener", "listener", "third"]);
  });

  it("holds functions and objects, and null for anything else", () => {
    const pc = new RTCPeerConnection();
    expect(pc.ontrack).toBe(null);
    const object = {};
    pc.ontrack = object;
    expect(pc.ontrack).toBe(object);
    pc.dispatchEvent(new Event("track"));
    pc.ontrack = 5;
    expect(pc.ontrack).toBe(null);
  });

  it("a handler that returns false prevents the default", () => {
    const pc = new RTCPeerConnection();
    pc.onicecandidate = () => false;
    expect(pc.dispatchEvent(new Event("icecandidate", { cancelable: true }))).toBe(false);
  });
});
