import { describe, expect, it } from "vitest";
import {
  type CallRejectionCode,
  callRejectionCodes,
  dataChannelsOf,
  type MethodCall,
} from "../../../src/entries/connection.ts";
import { negotiate, only, pair, refusalIn, Stack, typesOf } from "./stack.ts";

const audio = { method: "addTransceiver", trackOrKind: "audio" } as const;
const opus = { mimeType: "audio/opus", clockRate: 48000, channels: 2 } as const;
const kind = { codecs: [opus], headerExtensions: [] } as const;

interface Refusal {
  readonly code: CallRejectionCode;
  /** What is done before. */
  readonly before?: readonly MethodCall[];
  readonly call: unknown;
  /** What the work fails with. */
  readonly failsWith?: "OperationError" | "InvalidModificationError";
}

const channel = (init: object, label: unknown = "") => ({ method: "createDataChannel", label, init });
const encodings = (...sendEncodings: readonly object[]) => ({
  ...{ method: "addTransceiver", trackOrKind: "video", init: { sendEncodings } },
});

const refusals: readonly Refusal[] = [
  { code: "arguments-unusable", call: { method: "addTrack", track: "1" } },
  { code: "arguments-unusable", call: { method: "addTrack", track: { id: 1, kind: "audio" } } },
  { code: "arguments-unusable", call: { method: "addTrack", track: { id: "1", kind: "text" } } },
  { code: "arguments-unusable", call: { method: "addTrack", track: { id: "1", kind: "audio" }, streams: "s" } },
  { code: "arguments-unusable", call: { method: "addTransceiver", trackOrKind: Symbol("audio") } },
  { code: "arguments-unusable", call: { ...audio, init: 5 } },
  { code: "arguments-unusable", call: { ...audio, init: { direction: "stopped" } } },
  { code: "arguments-unusable", call: { ...audio, init: { streams: 5 } } },
  { code: "arguments-unusable", call: { ...audio, init: { sendEncodings: [5] } } },
  { code: "arguments-unusable", call: { method: "addIceCandidate", candidate: "candidate:1" } },
  { code: "arguments-unusable", call: { method: "addIceCandidate", candidate: { candidate: Symbol("1") } } },
  { code: "arguments-unusable", call: { method: "createOffer", options: 5 } },
  { code: "arguments-unusable", call: { method: "removeTrack", transceiver: "0" } },
  { code: "arguments-unusable", call: { method: "stop", transceiver: 0 } },
  { code: "arguments-unusable", call: { method: "setDirection", transceiver: -1, direction: "inactive" } },
  { code: "arguments-unusable", call: { method: "replaceTrack", transceiver: 3, track: null } },
  { code: "arguments-unusable", call: { method: "replaceTrack", transceiver: 0 } },
  { code: "arguments-unusable", call: { method: "setCodecPreferences", transceiver: 0, codecs: [{}] } },
  { code: "arguments-unusable", call: { method: "setConfiguration", configuration: { bundlePolicy: "none" } } },
  { code: "arguments-unusable", call: { method: "setConfiguration", configuration: { iceCandidatePoolSize: 256 } } },
  ...["addTrack", "addTransceiver", "removeTrack", "setStreams", "stop", "createDataChannel", "setConfiguration"].map(
    (method): Refusal => ({
      code: "call-on-closed-connection",
      before: [audio, { method: "close" }],
      call: { method, track: { id: "1", kind: "audio" }, trackOrKind: "audio", transceiver: 0, label: "" },
    }),
  ),
  { code: "kind-unknown", call: { method: "addTransceiver", trackOrKind: "text" } },
  { code: "kind-unknown", before: [{ method: "close" }], call: { method: "addTransceiver", trackOrKind: "text" } },
  {
    code: "direction-stopped",
    before: [audio],
    call: { method: "setDirection", transceiver: 0, direction: "stopped" },
  },
  {
    code: "transceiver-stopped",
    before: [audio, { method: "stop", transceiver: 0 }],
    call: { method: "setDirection", transceiver: 0, direction: "stopped" },
  },
  {
    code: "transceiver-stopped",
    before: [audio, { method: "close" }],
    call: { method: "setDirection", transceiver: 0, direction: "inactive" },
  },
  {
    code: "transceiver-stopped",
    before: [audio, { method: "stop", transceiver: 0 }],
    call: { method: "replaceTrack", transceiver: 0, track: null },
  },
  { code: "rid-unusable", call: encodings({ rid: "a-b" }, { rid: "b" }) },
  { code: "rid-unusable", call: encodings({ rid: "" }, { rid: "b" }) },
  { code: "rid-unusable", call: encodings({ rid: "a" }, {}) },
  { code: "rid-unusable", call: encodings({ rid: "a" }, { rid: "a" }) },
  { code: "encoding-out-of-range", call: encodings({ scaleResolutionDownBy: 0.5 }) },
  { code: "encoding-out-of-range", call: encodings({ maxFramerate: 0 }) },
  { code: "encoding-out-of-range", call: encodings({ scaleResolutionDownBy: Number.NaN }) },
  {
    code: "track-already-sent",
    before: [{ method: "addTrack", track: { id: "1", kind: "audio" } }],
    call: { method: "addTrack", track: { id: "1", kind: "audio" } },
  },
  { code: "sender-unknown", call: { method: "removeTrack", transceiver: 0 } },
  {
    code: "track-of-another-kind",
    before: [audio],
    call: { method: "replaceTrack", transceiver: 0, track: { id: "1", kind: "video" } },
  },
  {
    code: "track-not-replaceable",
    before: [audio],
    call: { method: "replaceTrack", transceiver: 0, track: { id: "1", kind: "audio" } },
    failsWith: "InvalidModificationError",
  },
  { code: "work-failed", call: { method: "createOffer" }, failsWith: "OperationError" },
  {
    code: "codec-unknown",
    before: [audio],
    call: { method: "setCodecPreferences", transceiver: 0, codecs: [{ mimeType: "audio/speex", clockRate: 8000 }] },
  },
  {
    code: "codecs-without-media",
    before: [audio],
    call: { method: "setCodecPreferences", transceiver: 0, codecs: [{ mimeType: "audio/CN", clockRate: 8000 }] },
  },
  {
    code: "configuration-changed",
    call: { method: "setConfiguration", configuration: { bundlePolicy: "max-bundle" } },
  },
  {
    code: "configuration-changed",
    call: { method: "setConfiguration", configuration: { rtcpMuxPolicy: "negotiate" } },
  },
  { code: "configuration-changed", call: { method: "setConfiguration", configuration: { certificates: ["1"] } } },
  {
    code: "configuration-changed",
    before: [{ method: "setLocalDescription" }],
    call: { method: "setConfiguration", configuration: { iceCandidatePoolSize: 1 } },
  },
  { code: "channel-text-too-long", call: channel({}, "€".repeat(21846)) },
  { code: "channel-text-too-long", call: channel({ protocol: "x".repeat(65536) }) },
  { code: "channel-options-contradict", call: channel({ maxPacketLifeTime: 1, maxRetransmits: 1 }) },
  { code: "channel-id-unusable", call: channel({ negotiated: true }) },
  { code: "channel-id-unusable", call: channel({ negotiated: true, id: 65535 }) },
  {
    code: "channel-id-taken",
    before: [{ method: "createDataChannel", label: "", init: { negotiated: true, id: 4 } }],
    call: channel({ negotiated: true, id: 4 }),
  },
  { code: "candidate-without-place", call: { method: "addIceCandidate", candidate: { candidate: "candidate:1" } } },
];

// In ice-candidates.spec.ts.
const elsewhere = [
  "candidate-without-remote-description",
  "candidate-for-unknown-mid",
  "candidate-for-unknown-index",
  "candidate-for-unknown-generation",
];

describe("refused calls", () => {
  it.each(refusals)("$code", ({ code, before = [], call, failsWith }) => {
    const capabilities = { audio: { ...kind, codecs: [opus, { mimeType: "audio/CN", clockRate: 8000 }] }, video: kind };
    const stack = new Stack({ capabilities });
    for (const method of before) stack.do(method);
    const { tasks: _, operations: __, progress: ___, next: ____, ...slots } = stack.connection;
    const called = stack.call(call as MethodCall);
    const operation = stack.work?.operation ?? -1;
    const isDecided = stack.connection.progress?.phase === "decided";
    const refused = isDecided ? stack.runReaction() : called;
    const effects =
      failsWith === undefined ? refused : stack.feed({ type: "failed", operation, message: "no", error: failsWith });
    const { reference, error } = callRejectionCodes.find((entry) => entry.code === code) ?? {};
    expect(refusalIn(effects)).toMatchObject({ code, error, reference, signalingState: stack.signalingState });
    expect(refusalIn(effects).message).toMatch(/^\w+\(\) is refused: .+\. .+\.$/);
    expect(stack.connection).toMatchObject(slots);
  });

  it("every code has a test", () => {
    const tested = new Set([...refusals.map(({ code }) => code), ...elsewhere]);
    expect(callRejectionCodes.map(({ code }) => code).filter((code) => !tested.has(code))).toEqual([]);
  });

  it("a method that returns a promise rejects it, another throws", () => {
    const stack = new Stack();
    expect(typesOf(stack.call({ method: "createOffer", options: 5 } as never))).toEqual(["reject"]);
    expect(typesOf(stack.call({ method: "addTrack" } as never))).toEqual(["throw"]);
  });
});

describe("webrtc-pc #dom-rtcpeerconnection-removetrack", () => {
  it("takes the track, and the direction's sending", () => {
    const stack = new Stack();
    stack.do({ method: "addTrack", track: { id: "1", kind: "audio" } });
    stack.do({ method: "removeTrack", transceiver: 0 });
    expect(stack.transceiver()).toMatchObject({ direction: "recvonly", sender: { track: null } });
    stack.do({ method: "addTrack", track: { id: "1", kind: "audio" } });
    expect(stack.transceivers).toHaveLength(1);
  });

  it("does nothing without a track, or on a transceiver that is stopping or has left", () => {
    const stack = new Stack();
    stack.do({ method: "addTrack", track: { id: "1", kind: "audio" } });
    stack.do({ method: "stop", transceiver: 0 });
    expect(typesOf(stack.call({ method: "removeTrack", transceiver: 0 }))).toEqual(["return"]);
    expect(stack.transceiver().sender.track).toBe("1");
  });
});

describe("webrtc-pc #dom-rtcrtpsender-replacetrack", () => {
  it("sets the track in a task, and resolves in another", () => {
    const stack = new Stack();
    stack.do({ method: "addTransceiver", trackOrKind: { id: "1", kind: "audio" } });
    stack.call({ method: "replaceTrack", transceiver: 0, track: { id: "2", kind: "audio" } });
    expect(typesOf(stack.endWork())).toEqual(["queue-task"]);
    expect(stack.transceiver().sender.track).toBe("2");
    expect(typesOf(stack.runTask())).toEqual(["resolve", "react"]);
  });

  it("a track that is replaced can be added again", () => {
    const stack = new Stack();
    stack.do({ method: "addTrack", track: { id: "1", kind: "audio" } });
    stack.do({ method: "replaceTrack", transceiver: 0, track: null });
    stack.do({ method: "addTrack", track: { id: "1", kind: "audio" } });
    expect(only(stack.effects, "return").map(({ value }) => value)).toEqual([0, 0]);
  });
});

describe("webrtc-pc #dom-rtcrtptransceiver-direction", () => {
  it("ignores a word that is no direction, and a direction that it has", () => {
    const stack = new Stack();
    stack.do(audio);
    for (const direction of ["sendrecv", "sideways"]) {
      const method = { method: "setDirection", transceiver: 0, direction } as MethodCall;
      expect(typesOf(stack.call(method))).toEqual(["return"]);
    }
  });
});

describe("webrtc-pc #dom-rtcrtptransceiver-setcodecpreferences", () => {
  it("keeps each codec once, in the order given; an empty list is the default", () => {
    const stack = new Stack();
    stack.do(audio);
    const again = { ...opus, mimeType: "AUDIO/OPUS" };
    stack.do({ method: "setCodecPreferences", transceiver: 0, codecs: [opus, again] });
    expect(stack.transceiver().preferredCodecs).toEqual([opus]);
    stack.do({ method: "setCodecPreferences", transceiver: 0, codecs: [] });
    expect(stack.transceiver().preferredCodecs).toEqual([]);
  });

  it("compares parameters in any order", () => {
    const stack = new Stack();
    stack.do(audio);
    const codecs = ["a=1;b=2", "b=2; a=1", "a=1"].map((sdpFmtpLine) => ({ ...opus, sdpFmtpLine }));
    stack.do({ method: "setCodecPreferences", transceiver: 0, codecs });
    expect(stack.transceiver().preferredCodecs.map(({ sdpFmtpLine }) => sdpFmtpLine)).toEqual(["a=1;b=2", "a=1"]);
  });
});

describe("webrtc-pc #set-the-configuration", () => {
  it("stores it, and has the stack configure itself", () => {
    const stack = new Stack();
    const effects = stack.call({ method: "setConfiguration", configuration: { iceCandidatePoolSize: 2 } });
    expect(typesOf(effects)).toEqual(["configure", "return"]);
    expect(stack.connection.configuration.iceCandidatePoolSize).toBe(2);
  });
});

describe("webrtc-pc #dom-peerconnection-createdatachannel", () => {
  it("ids follow the DTLS role once an answer has negotiated it, even ones to the client", () => {
    const { a, b } = pair();
    a.do({ method: "createDataChannel", label: "" });
    a.do({ method: "createDataChannel", label: "", init: { negotiated: true, id: 1 } });
    negotiate(a, b);
    expect(only(a.effects, "data-channel-id")).toEqual([{ type: "data-channel-id", channel: 0, id: 3 }]);
    b.do({ method: "createDataChannel", label: "" });
    b.do({ method: "createDataChannel", label: "" });
    expect([a, b].map(({ connection }) => connection.sctpTransport?.isClient)).toEqual([false, true]);
    expect(b.connection.dataChannels.root).toEqual([
      { channel: 0, id: 0 },
      { channel: 1, id: 2 },
    ]);
  });

  it("only the first one needs negotiation", () => {
    const stack = new Stack();
    expect(typesOf(stack.call({ method: "createDataChannel", label: "" }))).toEqual(["queue-task", "return"]);
    expect(typesOf(stack.call({ method: "createDataChannel", label: "" }))).toEqual(["return"]);
  });

  it.each([
    { id: 65536 },
    { id: -1 },
    { negotiated: true, id: 65536 },
    { maxRetransmits: 65536 },
    { maxPacketLifeTime: Number.NaN },
  ])("Web IDL enforces the range of an unsigned short: %o", (init) => {
    expect(refusalIn(new Stack().call({ method: "createDataChannel", label: "", init })).error).toBe("TypeError");
  });

  it("every channel has its id, once there is one", () => {
    const { a, b } = pair();
    for (const init of [{}, { negotiated: true, id: 5 }, { id: 7 }])
      a.do({ method: "createDataChannel", label: "", init });
    expect(dataChannelsOf(a.connection).map(({ id }) => id)).toEqual([null, 5, null]);
    negotiate(a, b);
    expect(dataChannelsOf(a.connection).map(({ id }) => id)).toEqual([1, 5, 3]);
  });
});
