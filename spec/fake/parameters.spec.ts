import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/entries/fake.ts";

// biome-ignore lint/suspicious/noExplicitAny: the DOM's types are not there
type Any = any;

function connections(): readonly [Any, Any] {
  const { RTCPeerConnection } = createWorld() as Any;
  return [new RTCPeerConnection(), new RTCPeerConnection()];
}

const refusal = (promise: Promise<unknown>): Promise<Any> =>
  promise.then(
    () => null,
    (reason: unknown) => reason,
  );

describe("webrtc-pc #dom-rtcrtpsender-getparameters", () => {
  it("has the codecs and extensions of the last answer; none before it", async () => {
    const [a, b] = connections();
    const { sender } = a.addTransceiver("audio");
    expect(sender.getParameters().codecs).toEqual([]);
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    await b.setLocalDescription();
    await a.setRemoteDescription(b.localDescription);
    const { codecs, rtcp, headerExtensions } = sender.getParameters();
    expect(codecs[0]).toEqual({
      ...{ payloadType: 111, mimeType: "audio/opus", clockRate: 48000, channels: 2 },
      sdpFmtpLine: "minptime=10;useinbandfec=1",
    });
    expect(rtcp).toEqual({ cname: expect.stringMatching(/^.{16}$/), reducedSize: true });
    expect(headerExtensions).toContainEqual({ uri: "urn:ietf:params:rtp-hdrext:sdes:mid", id: 4, encrypted: false });
    expect(b.getReceivers()[0].getParameters().codecs).toEqual(codecs);
  });

  it("gives the same transaction until the next task, each time in a new object", async () => {
    const [a] = connections();
    const { sender } = a.addTransceiver("video");
    const first = sender.getParameters();
    const second = sender.getParameters();
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
    await a.createOffer();
    expect(sender.getParameters().transactionId).not.toBe(first.transactionId);
  });
});

describe("webrtc-pc #dom-rtcrtpsender-setparameters", () => {
  it("sets what may be set", async () => {
    const [a] = connections();
    const { sender } = a.addTransceiver("video");
    const parameters = sender.getParameters();
    expect(parameters.encodings).toEqual([{ active: true, scaleResolutionDownBy: 1 }]);
    parameters.encodings[0] = { active: false, maxBitrate: 1000 };
    await sender.setParameters(parameters);
    expect(sender.getParameters().encodings).toEqual([{ active: false, maxBitrate: 1000, scaleResolutionDownBy: 1 }]);
  });

  it("refuses parameters of another time, read-only members that are changed, and a scale below 1", async () => {
    const [a] = connections();
    const { sender } = a.addTransceiver("video");
    const old = sender.getParameters();
    await a.createOffer();
    expect((await refusal(sender.setParameters(old))).name).toBe("InvalidStateError");
    const changed = { ...sender.getParameters(), transactionId: "another" };
    expect((await refusal(sender.setParameters(changed))).name).toBe("InvalidModificationError");
    const more = sender.getParameters();
    more.encodings.push({});
    expect((await refusal(sender.setParameters(more))).name).toBe("InvalidModificationError");
    const scaled = sender.getParameters();
    scaled.encodings[0].scaleResolutionDownBy = 0.5;
    expect(await refusal(sender.setParameters(scaled))).toBeInstanceOf(RangeError);
    const { transactionId: _, ...without } = sender.getParameters();
    expect(await refusal(sender.setParameters(without))).toBeInstanceOf(TypeError);
  });

  it("refuses a transceiver that is stopping", async () => {
    const [a] = connections();
    const transceiver = a.addTransceiver("audio");
    const parameters = transceiver.sender.getParameters();
    transceiver.stop();
    expect((await refusal(transceiver.sender.setParameters(parameters))).name).toBe("InvalidStateError");
  });
});

describe("webrtc-pc #set-the-configuration", () => {
  const { RTCPeerConnection } = createWorld() as Any;
  const server = (urls: unknown, more: object = {}) => ({ iceServers: [{ urls, ...more }] });
  const credentials = { username: "me", credential: "secret" };

  it.each([
    ["stun:host"],
    ["stun:[2001:db8::1]:3478"],
    ["STUNS:host:0"],
    [["turn:host?transport=udp", "turns:host:5349?transport=tcp"]],
  ])("takes %j", (urls) => {
    expect(() => new RTCPeerConnection(server(urls, credentials))).not.toThrow();
  });

  it.each([
    [[]],
    [""],
    ["host"],
    ["http://host"],
    ["stun://host"],
    ["stun:host?transport=udp"],
    ["stun:host:65536"],
    ["stun:me@host"],
    ["stun:host#part"],
    ["turn:host?transport=sctp"],
    ["turn:host/path"],
  ])("refuses %j with a SyntaxError", (urls) => {
    const error = expect.objectContaining({ name: "SyntaxError", constructor: DOMException });
    expect(() => new RTCPeerConnection(server(urls, credentials))).toThrow(error);
  });

  it("a TURN server has a username and a credential", () => {
    const error = expect.objectContaining({ name: "InvalidAccessError" });
    expect(() => new RTCPeerConnection(server("turn:host"))).toThrow(error);
    expect(() => new RTCPeerConnection(server("turn:host", { username: "me" }))).toThrow(error);
  });

  it("a refusal has its reason as cause", async () => {
    const cause = (code: string, error: string, section: string) =>
      expect.objectContaining({
        cause: expect.objectContaining({ code, error, reference: expect.objectContaining({ section }) }),
      });
    const set = "#set-the-configuration";
    expect(() => new RTCPeerConnection(server("bad"))).toThrow(cause("configuration-unusable", "SyntaxError", set));
    const [a] = connections();
    const { sender } = a.addTransceiver("audio");
    const old = sender.getParameters();
    await a.createOffer();
    const parameters = "#dom-rtcrtpsender-setparameters";
    expect(await refusal(sender.setParameters(old))).toEqual(
      cause("parameters-unusable", "InvalidStateError", parameters),
    );
    expect(await refusal(sender.setParameters({}))).toEqual(
      cause("arguments-unusable", "TypeError", "#js-type-mapping"),
    );
    const generated = RTCPeerConnection.generateCertificate("AES");
    const generation = "#dom-rtcpeerconnection-generatecertificate";
    expect(await refusal(generated)).toEqual(cause("algorithm-unsupported", "NotSupportedError", generation));
  });

  it('"negotiate", which browsers have kept as rtcpMuxPolicy, is not supported, and is no change that may be made', () => {
    const policy = { rtcpMuxPolicy: "negotiate" };
    expect(() => new RTCPeerConnection(policy)).toThrow(expect.objectContaining({ name: "NotSupportedError" }));
    expect(() => new RTCPeerConnection().setConfiguration(policy)).toThrow(
      expect.objectContaining({ name: "InvalidModificationError" }),
    );
  });

  it("changes nothing where it refuses, and what must not change comes first", () => {
    const pc = new RTCPeerConnection(server("stun:host"));
    expect(() => pc.setConfiguration({ ...server("bad"), bundlePolicy: "max-bundle" })).toThrow(
      expect.objectContaining({ name: "InvalidModificationError" }),
    );
    expect(() => pc.setConfiguration({ ...server("bad"), iceCandidatePoolSize: 3 })).toThrow(
      expect.objectContaining({ name: "SyntaxError" }),
    );
    expect(pc.getConfiguration()).toEqual({
      ...server(["stun:host"]),
      ...{ iceTransportPolicy: "all", bundlePolicy: "balanced", rtcpMuxPolicy: "require" },
      ...{ certificates: [], iceCandidatePoolSize: 0 },
    });
    pc.setConfiguration({ iceCandidatePoolSize: 3 });
    expect(pc.getConfiguration()).toMatchObject({ iceServers: [], iceCandidatePoolSize: 3 });
  });
});

describe("webrtc-pc #dom-rtcrtpcodingparameters-rid", () => {
  it("has at most 16 characters, as in browsers", () => {
    const [a] = connections();
    const withRid = (length: number) => a.addTransceiver("video", { sendEncodings: [{ rid: "a".repeat(length) }] });
    expect(() => withRid(16)).not.toThrow();
    expect(() => withRid(17)).toThrow(TypeError);
  });
});
