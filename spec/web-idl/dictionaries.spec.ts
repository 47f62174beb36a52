import { describe, expect, it } from "vitest";
import { applied, newSession, rejectionOf } from "../../cases/calls.ts";
import { revokedProxy, throwingFunction, throwingProxy, unconvertible, withThrowingGetter } from "../../cases/junk.ts";
import { sessionIn, states } from "../../cases/sessions.ts";
import {
  localDescription,
  remoteDescription,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";

const setters = { local: setLocalDescription, remote: setRemoteDescription };
const bothSides = ["local", "remote"] as const;

// Under "legacy" a local description may hold any SDP, so conversion alone decides.
function stable() {
  return newSession("legacy");
}

type Row = readonly [title: string, value: unknown, code: string];

const throwing = withThrowingGetter({ type: "offer", sdp: "" }, "sdp");

const refusedOnBothSides: readonly Row[] = [
  ["a number", 5, "description-not-an-object"],
  ["a string", "offer", "description-not-an-object"],
  ["the empty string", "", "description-not-an-object"],
  ["a boolean", false, "description-not-an-object"],
  ["a bigint", 1n, "description-not-an-object"],
  ["a symbol", Symbol("offer"), "description-not-an-object"],
  ["NaN", Number.NaN, "description-not-an-object"],
  ["an unknown type", { type: "bye", sdp: "" }, "type-unknown"],
  ["an empty type", { type: "", sdp: "" }, "type-unknown"],
  ["a type in upper case", { type: "OFFER", sdp: "" }, "type-unknown"],
  ["a type with a space", { type: " offer", sdp: "" }, "type-unknown"],
  ["type null", { type: null, sdp: "" }, "type-unknown"],
  ["type 0", { type: 0 }, "type-unknown"],
  ["an object as the type", { type: {} }, "type-unknown"],
  ["a type of two in an array", { type: ["offer", "answer"] }, "type-unknown"],
  ["__proto__ as the type", { type: "__proto__" }, "type-unknown"],
  ["constructor as the type", { type: "constructor" }, "type-unknown"],
  ["a very long type", { type: "offer".repeat(10_000) }, "type-unknown"],
  ["a symbol as the type", { type: Symbol("offer") }, "type-not-a-string"],
  ["a symbol as the sdp", { type: "offer", sdp: Symbol("v=0") }, "sdp-not-a-string"],
  ["a type that throws when read", withThrowingGetter({ sdp: "" }, "type"), "description-unreadable"],
  ["an sdp that throws when read", throwing, "description-unreadable"],
  ["a type that cannot be converted", { type: unconvertible() }, "description-unreadable"],
  ["an sdp that cannot be converted", { type: "offer", sdp: unconvertible() }, "description-unreadable"],
  ["an sdp without toString", { type: "offer", sdp: Object.create(null) }, "description-unreadable"],
  ["an sdp whose toString gives a symbol", { type: "offer", sdp: { toString: Symbol } }, "description-unreadable"],
  ["a throwing proxy", throwingProxy(), "description-unreadable"],
  ["a throwing function", throwingFunction(), "description-unreadable"],
  ["a revoked proxy", revokedProxy(), "description-unreadable"],
];

const refusedRemotely: readonly Row[] = [
  ["undefined", undefined, "description-missing"],
  ["null", null, "description-missing"],
  ["no type", {}, "type-missing"],
  ["type undefined", { type: undefined, sdp: "" }, "type-missing"],
  ["an array", [], "type-missing"],
  ["a function", () => undefined, "type-missing"],
  ["a date", new Date(0), "type-missing"],
];

function expectTypeError(outcome: ReturnType<typeof setLocalDescription>, code: string) {
  const { error, code: found, type } = rejectionOf(outcome);
  expect({ error, found, type }).toEqual({ error: "TypeError", found: code, type: null });
}

describe.each(bothSides)("webrtc-pc #dom-rtcsessiondescriptioninit, conversion, %s", (side) => {
  const refused = side === "local" ? refusedOnBothSides : [...refusedOnBothSides, ...refusedRemotely];

  it.each(refused)("refuses %s in every state, closed too", (_, value, code) => {
    for (const state of states) {
      const session = sessionIn(state);
      const outcome = setters[side](session, value);
      expectTypeError(outcome, code);
      expect(outcome.session).toBe(session);
      expect(rejectionOf(outcome)).toMatchObject({ side, signalingState: state });
    }
  });

  it("names what it found", () => {
    expect(rejectionOf(setters[side](stable(), { type: "bye" })).message).toContain('"bye"');
    expect(rejectionOf(setters[side](stable(), { type: "b".repeat(100_000) })).message.length).toBeLessThan(1000);
  });
});

describe("webrtc-pc #dom-peerconnection-setremotedescription, the argument is required", () => {
  it("refuses a call without one", () => {
    expectTypeError(setRemoteDescription(stable()), "description-missing");
  });
});

describe("webrtc-pc #dom-peerconnection-setlocaldescription, argument and type are optional", () => {
  it.each(refusedRemotely)("takes %s for the parameterless call", (_, value) => {
    expect(setLocalDescription(stable(), value)).toMatchObject({ kind: "create", type: "offer" });
  });

  it("takes no argument at all", () => {
    expect(setLocalDescription(stable())).toMatchObject({ kind: "create", type: "offer" });
  });
});

const asSdp: readonly (readonly [title: string, sdp: unknown, converted: string])[] = [
  ["undefined", undefined, ""],
  ["null", null, "null"],
  ["5", 5, "5"],
  ["-0", -0, "0"],
  ["NaN", Number.NaN, "NaN"],
  ["a bigint", 12n, "12"],
  ["true", true, "true"],
  ["an array", ["a", "b"], "a,b"],
  ["an object", {}, "[object Object]"],
  ["a String object", new String("s=-"), "s=-"],
  ["toString before valueOf", { toString: () => "by toString", valueOf: () => "by valueOf" }, "by toString"],
  ["valueOf where toString gives no primitive", { toString: () => ({}), valueOf: () => 7 }, "7"],
  ["toPrimitive, asked for a string", { [Symbol.toPrimitive]: (hint: string) => hint }, "string"],
  ["a lone surrogate (DOMString, not USVString)", "\ud800", "\ud800"],
  ["a NUL", "a\0b", "a\0b"],
];

describe("Web IDL, DOMString: sdp", () => {
  it.each(asSdp)("%s, remote", (_, sdp, converted) => {
    const { session } = applied(setRemoteDescription(stable(), { type: "offer", sdp }));
    expect(remoteDescription(session)).toEqual({ type: "offer", sdp: converted });
  });

  it.each(asSdp.filter(([, , converted]) => converted !== ""))("%s, local", (_, sdp, converted) => {
    const { session } = applied(setLocalDescription(stable(), { type: "offer", sdp }));
    expect(localDescription(session)).toEqual({ type: "offer", sdp: converted });
  });

  it("missing or undefined is the empty string", () => {
    const { session } = applied(setRemoteDescription(stable(), { type: "offer" }));
    expect(remoteDescription(session)).toEqual({ type: "offer", sdp: "" });
    expect(setLocalDescription(stable(), { type: "offer", sdp: undefined }).kind).toBe("create");
  });
});

const asOffer: readonly (readonly [title: string, type: unknown])[] = [
  ["a string", "offer"],
  ["an object with toString", { toString: () => "offer" }],
  ["an object with toPrimitive", { [Symbol.toPrimitive]: () => "offer" }],
  ["an array of one", ["offer"]],
  ["a String object", new String("offer")],
];

describe.each(bothSides)("Web IDL, enumeration: type, %s", (side) => {
  it.each(asOffer)("%s", (_, type) => {
    expect(applied(setters[side](stable(), { type, sdp: "X" })).session.signalingState).toBe(`have-${side}-offer`);
  });
});
