// What hostile or careless callers pass: judge() answers, or says which member is none of an observation's.
import { describe, expect, it } from "vitest";
import { junk, revokedProxy, throwingProxy, withThrowingGetter } from "../../cases/junk.ts";
import { createOracle, finish, follow, judge, type Observation } from "../../src/entries/oracle.ts";

const oracle = createOracle({ sdp: "opaque" });
const offered: Observation = {
  call: "setRemoteDescription",
  description: { type: "offer", sdp: "O1" },
  outcome: "applied",
  signalingState: "have-remote-offer",
};
const withTraps = [
  ...junk,
  ["a throwing sdp", withThrowingGetter({ type: "offer" }, "sdp")],
  ["a throwing type", withThrowingGetter({ sdp: "O1" }, "type")],
] as const;

describe("judge() on a description that is", () => {
  it.each(withTraps)("%s: as the core sees it, a TypeError", (_, description) => {
    for (const call of ["setLocalDescription", "setRemoteDescription"] as const) {
      for (const outcome of ["applied", "rejected", "unsettled"] as const) {
        const { step } = judge(oracle, { call, description, outcome, signalingState: "stable" });
        expect(step.call).toBe(call);
      }
    }
  });

  // What applications really pass: an RTCSessionDescription, whose members are its prototype's getters.
  class SessionDescription {
    readonly #init: { readonly type: string; readonly sdp: string };
    constructor(init: { readonly type: string; readonly sdp: string }) {
      this.#init = init;
    }
    get type() {
      return this.#init.type;
    }
    get sdp() {
      return this.#init.sdp;
    }
  }

  it("a class instance: its inherited members count", () => {
    const description = new SessionDescription({ type: "offer", sdp: "never created" });
    const slots = { pendingLocalDescription: { type: "offer", sdp: "never created" } } as const;
    const local = { call: "setLocalDescription", outcome: "applied", signalingState: "have-local-offer" } as const;
    const { differences, step } = judge(oracle, { ...local, description, slots });
    expect(step.provision).toBe("local-description-modified");
    expect(differences.map(({ code }) => code)).toEqual(["applied-local-description-modified"]);
  });

  it("a class instance in the slots", () => {
    const description = new SessionDescription({ type: "offer", sdp: "O1" });
    const slots = { pendingRemoteDescription: description as never };
    const right = judge(oracle, { ...offered, description, slots });
    expect(right.differences).toEqual([]);
    expect(JSON.parse(JSON.stringify(right.oracle))).toEqual(right.oracle);
  });
});

// Whatever an implementation may have thrown, or an application passed, is evidence; anything else is the caller's mistake.
const typed = ["signalingState", "slots", "events", "lateEvents", "created", "time"] as const;
// Of these, the values that the member may have; any text is a signaling state, if an unknown one.
const usable: Readonly<Record<(typeof typed)[number], readonly string[]>> = {
  signalingState: ["the empty string", "constructor", "__proto__", "toString", "hasOwnProperty", "length"],
  slots: ["an empty object", "an object without prototype", "an empty array", "a function", "a date"].concat(
    "an object that cannot be converted",
  ),
  events: ["an empty array"],
  lateEvents: ["an empty array"],
  created: ["null"],
  time: ["0", "1"],
};

describe("judge() on other members that are", () => {
  it.each(junk)("%s: judged where a member may be that, else refused in words that name the member", (name, value) => {
    for (const member of typed) {
      for (const call of ["setRemoteDescription", "createOffer", "close"] as const) {
        for (const outcome of ["applied", "rejected"] as const) {
          const asked = () => judge(oracle, { ...offered, call, outcome, [member]: value } as Observation);
          if (usable[member].includes(name)) {
            const judged = asked();
            expect(judged.step.call).toBe(call);
            const next = judge(judged.oracle, offered);
            expect(JSON.parse(JSON.stringify(next))).toEqual(next);
          } else {
            expect(asked).toThrow(TypeError);
            expect(asked).toThrow(new RegExp(`^judge: observation\\.${member}\\b`));
          }
        }
      }
    }
  });

  it.each(junk)("%s for an error, which anything may be", (_, error) => {
    const { step } = judge(oracle, { ...offered, outcome: "rejected", error });
    expect(JSON.parse(JSON.stringify(step))).toEqual(step);
  });

  it.each(junk)("%s in each slot: refused, null aside", (name, value) => {
    for (const slot of [value, { type: value, sdp: "O1" }, { type: "offer", sdp: value }]) {
      const slots = { pendingRemoteDescription: { type: "offer", sdp: "O1" }, currentLocalDescription: slot };
      const asked = () => judge(oracle, { ...offered, slots } as Observation);
      if (value === null ? slot === null : typeof value === "string" && slot !== value) {
        expect(asked().step.call).toBe("setRemoteDescription");
      } else {
        expect(asked, name).toThrow(/^judge: observation\.slots\.currentLocalDescription must be null, or /);
      }
    }
  });

  it("a slot of a type that no slot can hold: it counts as not looked at", () => {
    const slots = { pendingRemoteDescription: { type: "rollback", sdp: "" } };
    expect(judge(oracle, { ...offered, slots }).differences).toEqual([]);
  });

  it("an error that cannot be read, or is a live exception: plain data comes of it", () => {
    const exception = Object.assign(new Error("Called in wrong state"), { name: "InvalidStateError" });
    for (const error of [throwingProxy(), revokedProxy(), withThrowingGetter({}, "name"), exception]) {
      const refused = { ...offered, description: { type: "answer", sdp: "A1" }, outcome: "rejected" } as const;
      const { step } = judge(oracle, { ...refused, error: error as Error, signalingState: "stable" });
      expect(JSON.parse(JSON.stringify(step))).toEqual(step);
      expect(structuredClone(step)).toEqual(step);
      if (error === exception)
        expect(step.observed.error).toMatchObject({ name: exception.name, message: exception.message });
    }
  });

  it("a signaling state that is none: it counts as closed, as observe() has it", () => {
    const judged = judge(oracle, { ...offered, signalingState: "nonsense" as never });
    expect(judged.differences.map(({ code }) => code)).toEqual(["wrong-state-remote-offer-in-stable"]);
  });

  it.each(["call", "outcome", "signalingState"] as const)("a %s that is missing", (member) => {
    const { [member]: _, ...rest } = offered;
    expect(() => judge(oracle, rest as never)).toThrow(
      new RegExp(`^judge: observation\\.${member} must be .*, it is missing$`),
    );
  });

  it.each([
    ["call", "addIceCandidate", 'one of createOffer, .*, close, found "addIceCandidate"'],
    ["outcome", "resolved", 'one of applied, rejected, unsettled, found "resolved"'],
    ["outcome", 5, "one of applied, rejected, unsettled, found 5"],
    ["signalingState", 5, "a signaling state, found 5"],
    ["events", "stable", "an array of signaling states, found a string"],
    ["events", ["stable", 5], "an array of signaling states, found an array"],
    ["lateEvents", {}, "an array of signaling states, found an object"],
    ["time", "now", "a finite number of ms, found a string"],
    ["created", "v=0 s3cret", "null, or an object with the strings type and sdp, found a string"],
    ["created", withThrowingGetter({ type: "offer" }, "sdp"), "null, or an object .*, found an object"],
  ] as const)("%s that is wrong", (member, value, words) => {
    const asked = () => judge(oracle, { ...offered, [member]: value } as never);
    expect(asked).toThrow(TypeError);
    expect(asked).toThrow(new RegExp(`^judge: observation\\.${member} must be ${words}$`));
  });

  it.each(Object.keys(offered))("%s, whose getter throws", (member) => {
    const observation = withThrowingGetter(offered, member) as Observation;
    expect(() => judge(oracle, observation)).toThrow(
      new TypeError(`judge: observation.${member} cannot be read: its getter throws`),
    );
  });

  it("read once: what a getter gives the second time does not count", () => {
    const reads: string[] = [];
    const observation = new Proxy(offered, {
      get(target, name) {
        reads.push(String(name));
        return Reflect.get(target, name);
      },
    });
    expect(judge(oracle, observation).conforms).toBe(true);
    expect(reads.length).toBe(new Set(reads).size);
  });
});

describe("what is no observation at all", () => {
  it.each(junk)("%s is refused", (_, value) => {
    expect(() => judge(oracle, value as never)).toThrow(TypeError);
    expect(() => judge(oracle, value as never)).toThrow(/^judge: observation/);
  });
});

describe("what is no event", () => {
  const call = { kind: "call", time: 0, call: "close" } as const;

  it.each(junk)("%s is refused by follow()", (_, value) => {
    expect(() => follow(oracle, value as never)).toThrow(TypeError);
    expect(() => follow(oracle, value as never)).toThrow(/^follow: event/);
  });

  it.each([
    [{ ...call, kind: "closed" }, 'follow: event.kind must be one of attached, call, settled, state, found "closed"'],
    [{ ...call, call: "stop" }, "follow: event.call must be one of "],
    [{ ...call, kind: "settled", outcome: "done" }, "follow: event.outcome must be one of "],
    [{ kind: "attached", time: 0 }, "follow: event.seen must be an object, found undefined"],
    [withThrowingGetter(call, "kind"), "follow: event cannot be read"],
  ])("the words for it, %#", (event, words) => {
    expect(() => follow(oracle, event as never)).toThrow(words);
  });

  it.each([{}, [], 1, undefined])("a message that is no text, %o, is missing", (message) => {
    const { oracle: called } = follow(oracle, {
      kind: "call",
      time: 0,
      call: "setRemoteDescription",
      description: null,
    });
    const settled = { kind: "settled", call: "setRemoteDescription", time: 1, outcome: "rejected" } as const;
    const { steps } = follow(called, { ...settled, message: message as never, description: null });
    expect(steps[0]?.observed.message).toBeNull();
  });

  it.each([{}, "1", null, Number.NaN, Number.POSITIVE_INFINITY])(
    "a time that is no number, %o, counts as 0",
    (time) => {
      const called = follow(oracle, { kind: "call", time: time as number, call: "setLocalDescription" });
      const settled = { kind: "settled", call: "setLocalDescription", outcome: "rejected", message: null } as const;
      const { steps, oracle: after } = follow(called.oracle, { ...settled, time: time as number, description: null });
      expect(steps).toMatchObject([{ time: 0, waited: 0 }]);
      expect(finish(JSON.parse(JSON.stringify(after)))).toEqual([]);
    },
  );

  it.each([-1, 0.5, Number.NaN, 2 ** 53, 1e300, "1"])("a number that no call has, %o, is no number", (id) => {
    const { oracle: called } = follow(oracle, { kind: "call", time: 0, call: "setLocalDescription", id: id as number });
    const settled = {
      kind: "settled",
      call: "setLocalDescription",
      time: 1,
      outcome: "applied",
      message: null,
    } as const;
    const { steps } = follow(called, { ...settled, description: null });
    expect(steps).toMatchObject([{ call: "setLocalDescription", index: 0 }]);
  });
});

describe("what is no oracle", () => {
  it.each(junk)("%s is refused", (_, value) => {
    expect(() => judge(value as never, offered)).toThrow(/^the first argument must be an oracle/);
    expect(() => finish(value as never)).toThrow(/^the first argument must be an oracle/);
  });

  const members = Object.keys(oracle);

  it.each(members)("without its member %s", (member) => {
    const copy: Record<string, unknown> = structuredClone({ ...oracle });
    delete copy[member];
    expect(() => judge(copy as never, offered)).toThrow(`whose member ${member} is missing or unusable`);
  });

  it.each(members)("with another %s", (member) => {
    for (const value of [5, "stable", {}, withThrowingGetter({ session: null }, "session"), throwingProxy()]) {
      if (value === 5 && ["calls", "lastSettled"].includes(member)) continue;
      const copy = { ...structuredClone({ ...oracle }), [member]: value };
      if (value === "stable" && member === "missed") continue;
      expect(() => judge(copy as never, offered)).toThrow(`whose member ${member} is missing or unusable`);
      expect(() => finish(withThrowingGetter(copy, member) as never)).toThrow(`whose member ${member} is missing`);
    }
  });
});

describe("options of an oracle that cannot be read", () => {
  it.each(["profile", "sdp", "rtcpMuxPolicy", "maxSdpLength", "tolerate", "knownDeviations"])("%s is named", (name) => {
    expect(() => createOracle(withThrowingGetter({}, name))).toThrow(
      new TypeError(`createOracle: the options cannot be read: ${name} throws`),
    );
  });

  it.each(["profile", "tolerate", "knownDeviations"])("so is %s, where what it holds throws", (name) => {
    const asked = () => createOracle({ [name]: [throwingProxy()] });
    expect(asked).toThrow(TypeError);
    expect(asked).toThrow(name);
  });

  it("the place of a deviation", () => {
    const knownDeviations = [{ code: "refused-*", reason: "old" }, { code: "refused-*" }] as never;
    expect(() => createOracle({ knownDeviations })).toThrow("knownDeviations[1] has not");
  });
});
