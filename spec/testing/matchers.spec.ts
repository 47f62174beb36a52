import { describe, expect, it } from "vitest";
import { type ConformanceMatchers, matchers, observe } from "../../src/entries/observe.ts";
import { createOracle, judge } from "../../src/entries/oracle.ts";
import { checkImplementation, surveyImplementation } from "../../src/entries/testing.ts";
import { FakePeerConnection } from "./faulty/fake-peer-connection.ts";

declare module "vitest" {
  interface Matchers<R> extends ConformanceMatchers<R> {}
}

expect.extend(matchers);

const refused = {
  call: "setRemoteDescription",
  description: { type: "rollback" },
  outcome: "rejected",
  error: { name: "InvalidStateError" },
} as const;
const right = judge(createOracle(), { ...refused, signalingState: "stable" });
const wrong = judge(createOracle(), { ...refused, error: { name: "OperationError" }, signalingState: "stable" });
const code = "wrong-error-remote-rollback-in-stable";
const known = judge(createOracle({ knownDeviations: [{ code, reason: "libwebrtc" }] }), {
  ...refused,
  error: { name: "OperationError" },
  signalingState: "stable",
});

function messageOf(received: unknown): string {
  return matchers.toConform(received).message();
}

async function observed(fault?: "event-fired-twice") {
  const pc = new FakePeerConnection({ fault });
  const observer = observe(pc);
  await pc.setLocalDescription();
  await pc.setLocalDescription({ type: "rollback" });
  return observer;
}

describe("toConform()", () => {
  it("of what judge() gave", () => {
    expect(right).toConform();
    expect(wrong).not.toConform();
    expect(known).toConform();
  });

  it("of a step, and of steps", () => {
    expect(right.step).toConform();
    expect([right.step, known.step]).toConform();
    expect(wrong.step).not.toConform();
    expect([right.step, wrong.step]).not.toConform();
    expect([]).toConform();
  });

  it("of an observer, and its steps", async () => {
    expect(await observed()).toConform();
    expect((await observed()).steps).toConform();
    expect(await observed("event-fired-twice")).not.toConform();
    expect((await observed("event-fired-twice")).steps).not.toConform();
  });

  it("of a report", async () => {
    const options = { seed: 1, runs: 30 };
    const [fine, broken] = [undefined, "event-fired-twice" as const].map(
      (fault) => () => new FakePeerConnection({ fault }),
    );
    if (fine === undefined || broken === undefined) throw new Error("there are two");
    expect(await checkImplementation(fine, options)).toConform();
    expect(await checkImplementation(broken, options)).not.toConform();
    expect(await surveyImplementation(fine, options)).toConform();
    expect(await surveyImplementation(broken, options)).not.toConform();
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a number", 5],
    ["a text", "conforms"],
    ["an object of another kind", { conforms: true }],
    ["a peer connection", new FakePeerConnection()],
  ])("of %s is a TypeError, not a pass", (_, received) => {
    expect(() => matchers.toConform(received)).toThrow(TypeError);
    expect(() => expect(received).toConform()).toThrow("what judge, observe or checkImplementation gave");
    expect(() => expect(received).not.toConform()).toThrow("what judge, observe or checkImplementation gave");
  });
});

describe("what toConform() says", () => {
  it("of a failure: every undeclared difference, its code, in words, and where the rule stands", () => {
    const message = messageOf(wrong);
    expect(message).toContain(
      `${code}: The call must be rejected with InvalidStateError, but was rejected with OperationError`,
    );
    expect(message).toMatch(/see \S.*: https:\/\/\S+#\S+/);
    expect(() => expect(wrong).toConform()).toThrow(message.trim());
  });

  it("of several: each of them, and none that is declared", async () => {
    const { steps } = await observed("event-fired-twice");
    const lines = messageOf([...steps, known.step, right.step]).split("\n");
    expect(lines.filter((line) => /^[a-z-]+: /.test(line)).map((line) => line.split(":")[0])).toEqual([
      "wrong-events-local-offer-without-sdp-in-stable",
      "wrong-events-local-rollback-in-have-local-offer",
    ]);
  });

  it("of a report: the smallest sequence as well", async () => {
    const make = () => new FakePeerConnection({ fault: "event-fired-twice" });
    const report = await checkImplementation(make, { seed: 1 });
    const message = messageOf(report);
    expect(message).toContain("wrong-events-");
    expect(message).toContain(report.failure?.reproduction);
  });

  it("the call, the stack's error, and the calls before it", async () => {
    const error = { name: "OperationError", message: "Called in wrong state: stable" };
    const refusedWithWords = judge(createOracle(), { ...refused, error, signalingState: "stable" });
    const call =
      "setRemoteDescription(rollback) in stable, rejected with OperationError: Called in wrong state: stable";
    expect(messageOf(refusedWithWords)).toContain(`\n  the call: ${call}\n`);
    expect(messageOf(refusedWithWords)).not.toContain("before it:");

    const { steps } = await observed("event-fired-twice");
    expect(messageOf(steps)).toContain(
      "\n  the call: setLocalDescription(rollback) in have-local-offer, applied\n" +
        "  before it: setLocalDescription(offer) → have-local-offer\n",
    );
    const many = messageOf([...Array.from({ length: 11 }, () => right.step), wrong.step]);
    expect(many).toMatch(/\n {2}before it: 3 calls more(?:, setRemoteDescription\(rollback\) rejected with \w+){8}\n/);
  });

  it("of a survey: how often each deviation was met, the most frequent first", async () => {
    const make = () => new FakePeerConnection({ fault: "event-fired-twice" });
    const report = await surveyImplementation(make, { seed: 1, runs: 30, sequences: "awaited" });
    const lines = messageOf(report).split("\n");
    const counted = lines.flatMap((line) => /^(\d+) × (wrong-events-[\w-]+): /.exec(line)?.slice(1, 3) ?? []);
    expect(counted).toEqual(report.deviations.flatMap(({ count, code: met }) => [String(count), met]));
    const counts = report.deviations.map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(1);
    expect(messageOf({ deviations: [...report.deviations].reverse() })).toBe(messageOf(report));
    expect(messageOf(report)).toMatch(/\n {2}the call: \w+\.set\w+\(/);
  });

  it("where it passed and must not have", () => {
    expect(messageOf(right)).toContain("does as the specification says");
    expect(() => expect(right).not.toConform()).toThrow("expected to deviate");
  });
});
