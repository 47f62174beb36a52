// The contract: what the functions return is frozen, all the way down, and holds nothing that the caller still holds.
import { describe, expect, it } from "vitest";
import { createOracle, follow, judge } from "../../src/entries/oracle.ts";
import { checkImplementation, surveyImplementation } from "../../src/entries/testing.ts";
import { FakePeerConnection } from "../testing/faulty/fake-peer-connection.ts";

function unfrozenIn(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, member]) => unfrozenIn(member, `${path}.${key}`));
  return Object.isFrozen(value) ? below : [path, ...below];
}

const refused = {
  call: "setRemoteDescription",
  description: { type: "answer", sdp: "" },
  outcome: "rejected",
  error: { name: "InvalidStateError" },
  signalingState: "stable",
} as const;

describe("frozen all the way down", () => {
  it("an oracle", () => expect(unfrozenIn(createOracle())).toEqual([]));

  it("a judgement", () => expect(unfrozenIn(judge(createOracle(), refused))).toEqual([]));

  it("what follow() gives", () => {
    const call = { kind: "call", time: 0, call: "setLocalDescription", id: 0 } as const;
    expect(unfrozenIn(follow(createOracle(), call))).toEqual([]);
  });

  it("reports", async () => {
    const make = () => new FakePeerConnection({ fault: "event-fired-twice" });
    expect(unfrozenIn(await checkImplementation(make, { seed: 1, runs: 30 }))).toEqual([]);
    expect(unfrozenIn(await surveyImplementation(make, { seed: 1, runs: 10 }))).toEqual([]);
  });

  it("and a live exception does not stay in a step", () => {
    const exception = Object.assign(new Error("wrong state"), { name: "InvalidStateError" });
    const { step } = judge(createOracle(), { ...refused, error: exception });
    expect(step.observed.error).not.toBe(exception);
    expect(JSON.parse(JSON.stringify(step.observed.error))).toMatchObject({ name: "InvalidStateError" });
  });
});

describe("unusable options", () => {
  it.each([
    ["a text", "legacy"],
    ["a number", 5],
  ])("%s is refused, as createSession() refuses it", (_, options) => {
    expect(() => createOracle(options as never)).toThrow(TypeError);
  });
});

describe("an RTCError", () => {
  it("is named OperationError: another name is a wrong error, without its detail at least", () => {
    const broken = { ...refused, description: { type: "offer", sdp: "garbage" } };
    const { differences } = judge(createOracle(), { ...broken, error: { name: "RTCError", sdpLineNumber: 1 } });
    expect(differences.map(({ code }) => code)).toEqual(["wrong-error-sdp-syntax-error"]);
  });
});

describe("the line that a difference names", () => {
  it("is the SDP's own, whatever was left out before it", () => {
    const sdp = "v=0\r\na=candidate:1\r\na=candidate:2\r\na=x:1\r\n";
    const { differences } = judge(createOracle({ sdp: "opaque" }), {
      call: "setRemoteDescription",
      description: { type: "offer", sdp },
      outcome: "applied",
      signalingState: "have-remote-offer",
      slots: { pendingRemoteDescription: { type: "offer", sdp: sdp.replace("a=x:1", "a=x:2") } },
    });
    expect(differences[0]?.expected).toBe("pendingRemoteDescription line 4 (a=x…)");
  });
});
