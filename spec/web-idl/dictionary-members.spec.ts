import { describe, expect, it } from "vitest";
import { applied, newSession, rejectionOf } from "../../cases/calls.ts";
import { withThrowingGetter } from "../../cases/junk.ts";
import { sessionIn, states } from "../../cases/sessions.ts";
import { setLocalDescription, setRemoteDescription } from "../../src/entries/index.ts";

const setters = { local: setLocalDescription, remote: setRemoteDescription };
const bothSides = ["local", "remote"] as const;

/** A description that writes down how it is touched, conversions of its members included. */
function recorded(members: Readonly<Record<string, string | undefined>>, log: string[]): object {
  const trap =
    (operation: string) =>
    (_: object, ...rest: unknown[]) => {
      log.push(`${operation} ${String(rest[0])}`);
      return undefined as never;
    };
  return new Proxy(
    {},
    {
      get(_, key) {
        log.push(`get ${String(key)}`);
        const value = members[String(key)];
        if (value === undefined) return undefined;
        return {
          toString() {
            log.push(`convert ${String(key)}`);
            return value;
          },
        };
      },
      has: trap("has"),
      ownKeys: trap("ownKeys"),
      getOwnPropertyDescriptor: trap("getOwnPropertyDescriptor"),
      getPrototypeOf: trap("getPrototypeOf"),
    },
  );
}

describe.each(bothSides)("Web IDL, dictionary: sdp before type, each read and converted once, %s", (side) => {
  const wholeReading = ["get sdp", "convert sdp", "get type", "convert type"];

  it.each(states)("in %s, whatever becomes of the call", (state) => {
    for (const type of ["offer", "pranswer", "answer", "rollback", "bye"]) {
      const log: string[] = [];
      setters[side](sessionIn(state), recorded({ type, sdp: "X" }, log));
      expect(log, type).toEqual(wholeReading);
    }
  });

  it("through an implicit rollback", () => {
    const log: string[] = [];
    applied(setRemoteDescription(sessionIn("have-local-offer"), recorded({ type: "offer", sdp: "X" }, log)));
    expect(log).toEqual(wholeReading);
  });

  it("where members are missing", () => {
    const log: string[] = [];
    setters[side](newSession(), recorded({}, log));
    expect(log).toEqual(["get sdp", "get type"]);
  });

  it("uses what the first reading gave", () => {
    let reads = 0;
    const description = {
      sdp: "X",
      get type() {
        reads += 1;
        return reads === 1 ? "offer" : "answer";
      },
    };
    const { session } = applied(setters[side](newSession("legacy"), description));
    expect(session.signalingState).toBe(`have-${side}-offer`);
    expect(reads).toBe(1);
  });
});

describe.each(bothSides)("Web IDL, dictionary: the order of reading decides which mistake is reported, %s", (side) => {
  const symbol = Symbol("junk");
  const rows: readonly (readonly [title: string, description: object, code: string])[] = [
    ["symbols as both", { type: symbol, sdp: symbol }, "sdp-not-a-string"],
    ["a symbol as sdp, an unknown type", { type: "bye", sdp: symbol }, "sdp-not-a-string"],
    ["a symbol as sdp, no type", { sdp: symbol }, "sdp-not-a-string"],
    ["a symbol as sdp, a type that throws", withThrowingGetter({ sdp: symbol }, "type"), "sdp-not-a-string"],
    ["an sdp that throws, an unknown type", withThrowingGetter({ type: "bye" }, "sdp"), "description-unreadable"],
    ["an sdp that throws, a symbol as type", withThrowingGetter({ type: symbol }, "sdp"), "description-unreadable"],
    ["a good sdp, a symbol as type", { type: symbol, sdp: "X" }, "type-not-a-string"],
    ["a good sdp, an unknown type", { type: "bye", sdp: "X" }, "type-unknown"],
  ];

  it.each(rows)("%s", (_, description, code) => {
    expect(rejectionOf(setters[side](newSession(), description))).toMatchObject({ error: "TypeError", code });
  });

  it("does not read type once sdp is refused", () => {
    const log: string[] = [];
    const description = {
      sdp: symbol,
      get type() {
        log.push("type");
        return "offer";
      },
    };
    setters[side](newSession(), description);
    expect(log).toEqual([]);
  });
});

describe.each(bothSides)("Web IDL, dictionary: any object will do, %s", (side) => {
  const members = { type: "offer", sdp: "X" };
  class Description {
    get type() {
      return "offer";
    }
    get sdp() {
      return "X";
    }
  }
  const rows: readonly (readonly [title: string, value: unknown])[] = [
    ["a function", Object.assign(() => undefined, members)],
    ["a class", Object.assign(class {}, members)],
    ["an array", Object.assign([], members)],
    ["inherited members", Object.create(members)],
    ["members inherited twice removed", Object.create(Object.create(members))],
    ["accessors of a class", new Description()],
    ["an object without prototype", Object.assign(Object.create(null), members)],
    ["a frozen object", Object.freeze({ ...members })],
    ["members that are not enumerable", Object.create({}, { type: { value: "offer" }, sdp: { value: "X" } })],
    ["a transparent proxy", new Proxy(members, {})],
    ["members nobody asks for", { ...members, toJSON: 5, signalingState: "closed", kind: "rejected" }],
  ];

  it.each(rows)("%s", (_, value) => {
    const { session } = applied(setters[side](newSession("legacy"), value));
    const slot = side === "local" ? session.pendingLocalDescription : session.pendingRemoteDescription;
    expect(slot).toEqual({ type: "offer", sdp: "X" });
    expect(slot).not.toBe(value);
  });
});
