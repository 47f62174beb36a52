// Overlapping calls and transceivers: the fake conforms, and every fault that is put into it is found, with its cause.
import { describe, expect, it } from "vitest";
import { createWorld } from "../../../src/entries/fake.ts";
import type { DifferenceCause } from "../../../src/entries/oracle.ts";
import { type CheckOptions, checkImplementation, surveyImplementation } from "../../../src/entries/testing.ts";
import { FakePeerConnection } from "../faulty/fake-peer-connection.ts";
import { laterTask } from "../simulated/later-task.ts";
import { type ConnectionFaultName, connectionFaults } from "./connection-faults.ts";
import { faultyConnectionClass } from "./faulty-connection.ts";

const overlapping = { seed: 1, sequences: "overlapping" } as const;

// Nothing that the fake does takes longer.
const settleTimeout = 100;

/** Makes peer connections of a world of their own, with that fault. */
function faulty(fault?: ConnectionFaultName) {
  const FaultyConnection = faultyConnectionClass(createWorld({ seed: 1 }), fault);
  return () => new FaultyConnection();
}

function check(fault?: ConnectionFaultName, options: CheckOptions = {}) {
  return checkImplementation(faulty(fault), { ...overlapping, runs: 1000, settleTimeout, ...options });
}

/** For every fault, the causes that it may be found by. */
const causes: Readonly<Record<ConnectionFaultName, readonly DifferenceCause[]>> = {
  "offer-created-outside-of-chain": ["chain-not-kept"],
  "legality-decided-when-called": ["chain-not-kept"],
  "calls-refused-while-busy": ["chain-not-kept"],
  "calls-under-way-settled-by-close": ["settled-after-close"],
  "event-after-settlement": ["wrong-events", "track-event-out-of-order"],
  "negotiationneeded-twice": ["negotiationneeded-unexpected"],
  "negotiationneeded-never": ["negotiationneeded-missing"],
  "negotiationneeded-not-after-stable": ["negotiationneeded-missing"],
  "negotiationneeded-while-busy": ["negotiationneeded-while-busy", "negotiationneeded-unexpected"],
  "restart-without-negotiation": ["negotiationneeded-missing"],
  "track-event-missing": ["track-event-missing"],
  "track-event-twice": ["track-event-unexpected"],
  "track-event-before-state": ["track-event-out-of-order"],
  "track-event-without-streams": ["track-event-streams"],
  "track-never-reused": ["wrong-return-value", "wrong-transceivers"],
  "direction-kept-by-remove-track": ["wrong-direction"],
  "direction-lost-by-rollback": ["rollback-not-restored", "wrong-direction"],
  "mid-kept-by-rollback": ["rollback-not-restored", "wrong-mid"],
  "mid-forgotten": ["wrong-mid"],
  "current-direction-not-negotiated": ["wrong-current-direction"],
  "current-direction-set-by-offer": ["wrong-current-direction"],
  "transceivers-of-offer-missing": ["wrong-transceivers"],
  "stop-not-seen": ["wrong-direction"],
  "closed-connection-takes-calls": ["object-call-not-refused"],
};

// `new Function`, of an async function.
const AsyncFunction = (async () => undefined).constructor as new (
  ...texts: string[]
) => (...values: unknown[]) => Promise<unknown>;

/** What a reproduction prints. */
async function printed(reproduction: string, fault: ConnectionFaultName): Promise<readonly string[]> {
  const lines: string[] = [];
  const console = { log: (line: string) => lines.push(line) };
  const soon = reproduction.replaceAll("later(1000)", "later(50)").replaceAll("later(100)", "later(10)");
  const program = new AsyncFunction("makePeerConnection", "console", soon);
  const make = faulty(fault);
  await program(async () => make(), console);
  return lines;
}

describe("checkImplementation(), where calls overlap", () => {
  it("finds nothing wrong with a right implementation, having called everything", async () => {
    const report = await check(undefined, { runs: 400, settleTimeout: 5000 });
    expect(report).toMatchObject({ conforms: true, runs: 400, stoppedBy: "runs", failure: null });
    const called = ["add-transceiver", "add-track", "remove-track", "set-direction", "stop", "restart-ice"];
    const states = ["remote-offer-in-stable", "remote-answer-in-have-local-offer", "implicit-rollback"];
    const others = ["create-data-channel", "replace-track", "close", "local-rollback-in-have-local-offer"];
    expect(Object.keys(report.provisions)).toEqual(expect.arrayContaining([...called, ...states, ...others]));
  });

  it.each([1, 2, 3])("finds nothing wrong with one that has no transceivers, seed %d", async (seed) => {
    const report = await checkImplementation(() => new FakePeerConnection(), { ...overlapping, seed, runs: 200 });
    expect(report).toMatchObject({ conforms: true, runs: 200 });
  });

  it("makes half of the sequences, unless they are asked for", async () => {
    const calls = async (sequences?: "awaited" | "overlapping" | "both") => {
      const report = await checkImplementation(faulty(), { seed: 1, runs: 40, sequences });
      expect(report).toMatchObject({ conforms: true, runs: 40 });
      return [report.provisions["add-transceiver"] ?? 0, report.provisions["sdp-syntax-error"] ?? 0];
    };
    const [awaited, only, both] = [await calls("awaited"), await calls("overlapping"), await calls()];
    expect([awaited[0], only[1]]).toEqual([0, 0]);
    expect(Math.min(...both)).toBeGreaterThan(0);
  });
});

describe("a fault around the descriptions", () => {
  it.each(connectionFaults.map(({ name, summary }) => [name, summary] as const))("%s: %s", async (name) => {
    const report = await check(name);
    const { failure, conforms, runs } = report;
    if (failure === null) throw new Error(`it was not found in ${runs} runs`);
    expect(conforms).toBe(false);
    const { calls, differences, path } = failure;
    expect(calls.length).toBeLessThanOrEqual(10);
    expect(calls.at(-1)?.step.differences).toEqual(differences);
    expect(differences.map(({ cause }) => cause).filter((cause) => !causes[name].includes(cause))).toEqual([]);

    const again = await check(name, { path });
    expect(again.failure?.calls.map(({ code }) => code)).toEqual(calls.map(({ code }) => code));
    expect(again.failure?.differences).toEqual(differences);

    const lines = await printed(failure.reproduction, name);
    for (const { code, step } of calls) {
      const { outcome, error } = step.observed;
      if (outcome === "unsettled") continue;
      const ended = `${code} ${outcome === "applied" ? "applied" : error?.name}`;
      expect(lines.some((line) => line.startsWith(ended))).toBe(true);
    }
    for (const { code, expected } of differences) {
      expect(failure.reproduction).toContain(`// ${code}\n//   expected: ${expected}\n`);
    }
  });
});

describe("surveyImplementation(), where calls overlap", () => {
  it("finds the fault of each cause with the fewest calls, and what is declared is counted apart", async () => {
    const make = faulty("track-event-missing");
    const report = await surveyImplementation(make, { ...overlapping, runs: 100, settleTimeout });
    expect(report.causes.map(({ id }) => id)).toEqual(["track-event-missing"]);
    const knownDeviations = [{ code: "missing-event-track-*", reason: "no track events" }];
    const declared = await checkImplementation(make, { ...overlapping, runs: 100, settleTimeout: 15, knownDeviations });
    expect(declared).toMatchObject({ conforms: true, runs: 100 });
    expect(declared.knownDeviations[0]?.count).toBeGreaterThan(0);
  });

  it("comes to its end where calls hang", async () => {
    class Hanging extends faultyConnectionClass(createWorld()) {
      override setLocalDescription(): Promise<never> {
        return new Promise(() => undefined);
      }
    }
    const report = await checkImplementation(() => new Hanging(), { ...overlapping, runs: 50, settleTimeout });
    expect(report.failure?.differences.map(({ cause }) => cause)).toEqual(["never-settled"]);
    await laterTask();
  });
});
