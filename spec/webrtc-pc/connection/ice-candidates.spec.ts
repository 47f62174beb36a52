import { describe, expect, it } from "vitest";
import {
  canTrickleIceCandidates,
  localDescriptionWithCandidates,
  remoteDescriptionWithCandidates,
} from "../../../src/entries/connection.ts";
import { codeIn, negotiate, only, pair, Stack, typesOf } from "./stack.ts";

const audio = { method: "addTransceiver", trackOrKind: "audio" } as const;
const text = "candidate:1 1 udp 2113937151 192.0.2.1 54400 typ host";
const add = (candidate: object | null) => ({ method: "addIceCandidate", candidate }) as const;

function offered(): { a: Stack; b: Stack } {
  const both = pair();
  both.a.do(audio);
  both.a.do({ method: "setLocalDescription" });
  both.b.do({ method: "setRemoteDescription", description: both.a.localDescription });
  return both;
}

describe("webrtc-pc #dom-peerconnection-addicecandidate", () => {
  it("refuses a candidate without a place before the chain", () => {
    const stack = new Stack();
    stack.call({ method: "createOffer" });
    expect(codeIn(stack.call(add({ candidate: text })))).toEqual(["TypeError", "candidate-without-place"]);
  });

  it("refuses any without a remote description, also an end of candidates", () => {
    const stack = new Stack();
    const refused = ["InvalidStateError", "candidate-without-remote-description"];
    expect(codeIn(stack.do(add({ candidate: text, sdpMid: "0" })))).toEqual(refused);
    expect(codeIn(stack.do(add(null)))).toEqual(refused);
  });

  it.each([
    [{ candidate: text, sdpMid: "9" }, "candidate-for-unknown-mid"],
    [{ candidate: text, sdpMid: "9", sdpMLineIndex: 0 }, "candidate-for-unknown-mid"],
    [{ candidate: text, sdpMid: "__proto__" }, "candidate-for-unknown-mid"],
    [{ candidate: text, sdpMLineIndex: 1 }, "candidate-for-unknown-index"],
    [{ candidate: text, sdpMid: "0", usernameFragment: "zzzz" }, "candidate-for-unknown-generation"],
    [{ candidate: "", usernameFragment: "zzzz" }, "candidate-for-unknown-generation"],
  ])("refuses %j: %s", (candidate, code) => {
    const { b } = offered();
    expect(codeIn(b.do(add(candidate)))).toEqual(["OperationError", code]);
  });

  it("waits in the chain for the description", () => {
    const { a } = offered();
    const b = new Stack();
    b.call({ method: "setRemoteDescription", description: a.localDescription });
    b.call(add({ candidate: text, sdpMid: "0", usernameFragment: "aaaa" }));
    b.settle();
    expect(only(b.effects, "resolve").map(({ call }) => call)).toEqual(["setRemoteDescription", "addIceCandidate"]);
  });

  it("adds it to the remote description, in its section", () => {
    const { b } = offered();
    b.do(add({ candidate: text, sdpMLineIndex: 0 }));
    b.do(add({ candidate: "", sdpMid: "0" }));
    const { sdp = "" } = remoteDescriptionWithCandidates(b.connection) ?? {};
    expect(sdp.endsWith(`a=${text}\r\na=end-of-candidates\r\n`)).toBe(true);
    expect(b.connection.session.pendingRemoteDescription?.sdp).not.toContain("candidate:1");
  });

  it("rejects with OperationError where the stack cannot add it, and remembers nothing", () => {
    const { b } = offered();
    b.call(add({ candidate: text, sdpMid: "0" }));
    expect(codeIn(b.failWork("malformed"))).toEqual(["OperationError", "work-failed"]);
    expect(b.connection.remoteCandidates.size).toBe(0);
  });

  it("resolves in the next reaction for a rejected m= section", () => {
    const { a, b } = pair();
    a.do({ method: "addTrack", track: { id: "1", kind: "audio" } });
    negotiate(a, b);
    a.do({ method: "stop", transceiver: 0 });
    negotiate(a, b);
    expect(typesOf(b.call(add({ candidate: text, sdpMLineIndex: 0 })))).toEqual(["react"]);
    expect(typesOf(b.runReaction())).toEqual(["resolve", "react"]);
  });

  it("forgets candidates of a generation that no description has any more", () => {
    const { a, b } = offered();
    b.do(add({ candidate: text, sdpMid: "0" }));
    b.do({ method: "setLocalDescription" });
    a.do({ method: "setRemoteDescription", description: b.localDescription });
    expect(b.connection.remoteCandidates.size).toBe(1);
    a.do({ method: "restartIce" });
    a.usernameFragment = "aaab";
    b.usernameFragment = "bbbc";
    negotiate(a, b);
    expect(b.connection.remoteCandidates.size).toBe(0);
  });
});

describe("webrtc-pc #dfn-surface-the-candidate", () => {
  const gathered = (usernameFragment: string) =>
    ({
      type: "gathered",
      candidate: { candidate: text, sdpMid: "0", sdpMLineIndex: 0, usernameFragment },
    }) as const;

  it("surfaces a candidate of a description's generation at once, and adds it to that", () => {
    const { a } = offered();
    expect(typesOf(a.feed(gathered("aaaa")))).toEqual(["icecandidate"]);
    expect(localDescriptionWithCandidates(a.connection)?.sdp).toContain(`a=${text}`);
  });

  it("an early one waits for the description, and is then surfaced by a task", () => {
    const stack = new Stack({}, "aaaa");
    stack.do(audio);
    expect(stack.feed(gathered("aaaa"))).toEqual([]);
    stack.call({ method: "setLocalDescription" });
    stack.endWork();
    expect(typesOf(stack.endWork()).filter((type) => type === "queue-task")).toHaveLength(1);
    expect(typesOf(stack.settle())).toEqual(["icecandidate"]);
    expect(stack.connection.earlyCandidates.size).toBe(0);
  });

  it.each([
    ["today", 0],
    ["surfacing abandoned candidates", 1],
  ] as const)("%s: of a generation that was rolled back, %i are surfaced", (revision, count) => {
    const stack = new Stack({ revision }, "aaaa");
    stack.do(audio);
    stack.do({ method: "setLocalDescription" });
    stack.do({ method: "setLocalDescription", description: { type: "rollback" } });
    stack.feed(gathered("aaaa"));
    stack.usernameFragment = "aaab";
    stack.do({ method: "addTransceiver", trackOrKind: "video" });
    expect(only(stack.do({ method: "setLocalDescription" }), "icecandidate")).toHaveLength(count);
  });

  it("surfaces nothing once the connection is closed", () => {
    const { a } = offered();
    a.call({ method: "close" });
    expect(a.feed(gathered("aaaa"))).toEqual([]);
  });
});

describe("webrtc-pc #dom-rtcpeerconnection-restartice", () => {
  it("needs negotiation until the local description has other credentials", () => {
    const { a, b } = offered();
    b.do({ method: "setLocalDescription" });
    a.do({ method: "setRemoteDescription", description: b.localDescription });
    expect(only(a.do({ method: "restartIce" }), "negotiationneeded")).toHaveLength(1);
    const credentials = { usernameFragment: "aaaa", password: expect.any(String) };
    expect(a.connection.localIceCredentialsToReplace).toEqual([credentials]);
    negotiate(a, b);
    expect(a.connection.localIceCredentialsToReplace).toEqual([credentials]);
    expect(a.connection.negotiationNeeded).toBe(true);
    a.usernameFragment = "aaab";
    b.usernameFragment = "bbbc";
    negotiate(a, b);
    expect(a.connection.localIceCredentialsToReplace).toEqual([]);
    expect(a.connection.negotiationNeeded).toBe(false);
  });

  it("does nothing where no description has credentials", () => {
    const stack = new Stack();
    expect(only(stack.do({ method: "restartIce" }), "negotiationneeded")).toHaveLength(0);
  });
});

describe("webrtc-pc #dom-rtcpeerconnection-cantrickleicecandidates", () => {
  it("is null without a remote description, else what that says", () => {
    const { a, b } = offered();
    expect([a, b].map(({ connection }) => canTrickleIceCandidates(connection))).toEqual([null, true]);
    const sdp = a.localDescription?.sdp.replace(/a=ice-options:.*\r\n/g, "");
    const other = new Stack();
    other.do({ method: "setRemoteDescription", description: { type: "offer", sdp } });
    expect(canTrickleIceCandidates(other.connection)).toBe(false);
  });
});
