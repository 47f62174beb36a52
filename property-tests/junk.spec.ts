import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createSession,
  nextSignalingState,
  operationFailed,
  profiles,
  restoreSession,
  type SessionOptions,
  sdpTypes,
  setLocalDescription,
  setRemoteDescription,
  signalingStates,
} from "../src/entries/index.ts";
import { calls, setting } from "./arbitraries/arbitraries.ts";
import { anyArgument } from "./arbitraries/argument-arbitraries.ts";
import { hugeText, mistakes } from "./arbitraries/junk.ts";
import { sessionAfter } from "./model/commands.ts";
import { runs } from "./model/run-options.ts";

const junk = fc.oneof(
  anyArgument.map(({ name, make }) => ({ name, make })),
  fc.constantFrom(
    ...["toString", "__proto__", "constructor", hugeText].map((text) => ({
      name: text.slice(0, 20),
      make: () => text,
    })),
    { name: "an array of a state", make: () => ["stable"] },
    { name: "an array of a side", make: () => ["local"] },
    { name: "an array of a profile", make: () => ["rfc9429"] },
    { name: "a String of a state", make: () => new String("stable") },
    { name: "a toString of a type", make: () => ({ toString: () => "offer" }) },
  ),
);

describe("junk", () => {
  it("is no state, side, type or profile", () => {
    const valid = fc.tuple(
      fc.constantFrom(...signalingStates),
      fc.constantFrom("local", "remote"),
      fc.constantFrom(...sdpTypes),
      fc.constantFrom("webrtc-pc", "rfc9429", "legacy"),
    );
    fc.assert(
      fc.property(valid, junk, fc.nat(3), (valid, { make }, position) => {
        const value = make();
        const args: unknown[] = [...valid];
        args[position] = value;
        const known = [signalingStates, ["local", "remote"], sdpTypes, Object.keys(profiles)][position] ?? [];
        // "offer" among the mistakes is a type, and no profile at all is the default one.
        fc.pre(!known.includes(value as never) && !(position === 3 && value === undefined));
        expect(nextSignalingState(...(args as typeof valid))).toBeNull();
        const [state, side, type] = args as typeof valid;
        if (position < 3) expect(nextSignalingState(state, side, type)).toBeNull();
      }),
      runs(1000),
    );
  });

  it("is no session", () => {
    fc.assert(
      fc.property(junk, ({ make }) => {
        expect(restoreSession(make())).toBeNull();
      }),
      runs(500),
    );
  });

  it("in the place of an option gives a session, or a TypeError and nothing else", () => {
    const option = fc.constantFrom("profile", "sdp", "rtcpMuxPolicy", "maxSdpLength", "tolerate", "unknown");
    fc.assert(
      fc.property(setting, option, junk, ({ options }, option, { make }) => {
        const unusable = { ...options, [option]: make() } as SessionOptions;
        try {
          expect(createSession(unusable).signalingState).toBe("stable");
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          expect(String(error)).toContain("createSession");
        }
      }),
      runs(500),
    );
  });

  it("in the place of one part of a session gives null, or a session with the same meaning", () => {
    const part = fc.constantFrom(
      ...["signalingState", "pendingLocalDescription", "currentRemoteDescription", "lastCreatedOffer", "options"],
      "profile",
    );
    fc.assert(
      fc.property(setting, calls(6), part, junk, ({ options }, calls, part, { make }) => {
        const session = sessionAfter(options, calls);
        const value =
          part === "profile"
            ? { ...session, options: { ...session.options, profile: make() } }
            : { ...session, [part]: make() };
        const restored = restoreSession(value);
        if (restored !== null) expect(restoreSession(JSON.parse(JSON.stringify(restored)))).toStrictEqual(restored);
      }),
      runs(1000),
    );
  });

  it("as side, type and message of a failed operation is still an OperationError", () => {
    fc.assert(
      fc.property(setting, junk, junk, junk, ({ options }, side, type, message) => {
        const session = sessionAfter(options, []);
        const args = [side.make(), type.make(), message.make()] as unknown as ["local", "offer", string];
        const outcome = operationFailed(session, ...args);
        expect(outcome.session).toBe(session);
        expect(outcome).toMatchObject({ kind: "rejected", rejection: { error: "OperationError" } });
      }),
      runs(300),
    );
  });
});

describe("the members of a description", () => {
  const set = { setLocalDescription, setRemoteDescription };

  it.each(["setLocalDescription", "setRemoteDescription"] as const)("%s reads once, sdp before type", (name) => {
    fc.assert(
      fc.property(setting, calls(6), anyArgument, ({ options }, calls, { make, converted }) => {
        const value = make();
        const reads: PropertyKey[] = [];
        fc.pre((typeof value === "object" && value !== null) || typeof value === "function");
        const watched = new Proxy(value as object, {
          get(target, key) {
            reads.push(key);
            return Reflect.get(target, key);
          },
        });
        set[name](sessionAfter(options, calls), watched);
        expect(reads).toEqual(converted === "mistake" && reads.length < 2 ? ["sdp"] : ["sdp", "type"]);
      }),
      runs(500),
    );
  });

  it("are the only thing that is touched", () => {
    for (const [name, make] of mistakes) {
      const [local, remote] = [make(), make()];
      const session = sessionAfter({ sdp: "opaque" }, []);
      expect(setLocalDescription(session, local), name).toMatchObject({ rejection: { error: "TypeError" } });
      expect(setRemoteDescription(session, remote), name).toMatchObject({ rejection: { error: "TypeError" } });
    }
  });
});
