// judge() on what hostile or careless callers pass: it answers, and never throws.
import { describe, expect, it } from "vitest";
import { junk, revokedProxy, throwingProxy, withThrowingGetter } from "../../cases/junk.ts";
import { createOracle, judge, type Observation } from "../../src/entries/oracle.ts";

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

describe("judge() on other members that are", () => {
  it.each(junk)("%s", (_, value) => {
    for (const member of ["signalingState", "slots", "events", "lateEvents", "error", "created", "time"] as const) {
      for (const call of ["setRemoteDescription", "createOffer", "close"] as const) {
        for (const outcome of ["applied", "rejected"] as const) {
          const judged = judge(oracle, { ...offered, call, outcome, [member]: value } as Observation);
          expect(judged.step.call).toBe(call);
          const next = judge(judged.oracle, offered);
          expect(JSON.parse(JSON.stringify(next))).toEqual(next);
        }
      }
    }
  });

  it.each(junk)("%s in each slot", (_, value) => {
    for (const slot of [value, { type: value, sdp: "O1" }, { type: "offer", sdp: value }]) {
      const slots = { pendingRemoteDescription: slot, currentLocalDescription: slot } as Observation["slots"];
      const judged = judge(oracle, { ...offered, slots } as Observation);
      expect(judged.step.call).toBe("setRemoteDescription");
      expect(JSON.parse(JSON.stringify(judged.oracle))).toEqual(judged.oracle);
    }
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

  it("a call that is none: a TypeError, or nothing, but said in words of this library", () => {
    expect(() => judge(oracle, { ...offered, call: "addIceCandidate" as never })).toThrow(/addIceCandidate/);
  });
});
