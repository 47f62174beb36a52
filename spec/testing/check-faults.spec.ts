// Every fault that is put into the fake is found, shrunk to a few calls, found again by seed and path, and reproduced by a program.
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/entries/fake.ts";
import { type CheckReport, checkImplementation } from "../../src/entries/testing.ts";
import { type RecordedCall, recordCalls } from "./driving/recorded-calls.ts";
import { faultyClass } from "./faulty/faulty-peer-connection.ts";
import { faultScripts } from "./simulated/fault-scripts.ts";
import { type FaultName, faults } from "./simulated/faults.ts";
import type { Played } from "./simulated/script.ts";

const seed = 1;
// Nothing that the fake does takes longer.
const settleTimeout = 500;

/** Makes peer connections of a world of their own. */
function faulty(fault: FaultName) {
  const FaultyPeerConnection = faultyClass(createWorld({ seed }));
  return () => new FaultyPeerConnection({ fault });
}

function check(fault: FaultName, path?: string): Promise<CheckReport> {
  const options = {
    seed,
    runs: 1000,
    settleTimeout,
    sequences: "awaited" as const,
    ...(path === undefined ? {} : { path }),
  };
  return checkImplementation(faulty(fault), options);
}

function byHand(name: FaultName): number {
  return faultScripts[name].split(",").length;
}

// What is refused may be quoted, and every peer connection has numbers and keys of its own.
function nameless(value: unknown): unknown {
  const own = /(o=- |a=(?:fingerprint|ice-ufrag|ice-pwd|candidate):)[^\\]*/g;
  return JSON.parse(JSON.stringify(value).replaceAll(own, "$1"));
}

// `new Function`, of an async function.
const AsyncFunction = (async () => undefined).constructor as new (
  ...texts: string[]
) => (...values: unknown[]) => Promise<unknown>;

/** Runs a reproduction on peer connections with that fault: the calls that it makes, and what it prints. */
async function run(reproduction: string, fault: FaultName) {
  const names = [...reproduction.matchAll(/^const (\w+) = await makePeerConnection\(\);$/gm)].map(([, name]) => name);
  const record: RecordedCall[] = [];
  const made: Played[] = [];
  const ends: (() => void)[] = [];
  const make = faulty(fault);
  const makePeerConnection = async () => {
    const pc = make();
    ends.push(recordCalls(pc, names[made.length] ?? "", record));
    made.push(pc);
    return pc;
  };
  const printed: string[] = [];
  const console = { log: (...words: unknown[]) => printed.push(words.join(" ")) };
  const ending = reproduction.replace(/(?:^[ab]\.close\(\);\n)+$/m, "ended();\n$&");
  expect(ending).not.toBe(reproduction);
  const program = new AsyncFunction("makePeerConnection", "console", "ended", ending);
  const ended = () => ends.map((end) => end());
  // A call that never settles holds up the program.
  await Promise.race([program(makePeerConnection, console, ended), setTimeout(settleTimeout)]);
  return { record, printed, made };
}

describe("checkImplementation() on a faulty implementation", () => {
  it.each(faults.map(({ name, summary }) => [name, summary] as const))("%s: %s", async (name) => {
    const report = await check(name);
    const { failure, conforms, stoppedBy, runs } = report;
    if (failure === null) throw new Error(`it was not found in ${runs} runs`);
    expect({ conforms, stoppedBy, seed: report.seed }).toEqual({ conforms: false, stoppedBy: "failure", seed });
    expect(runs).toBeLessThanOrEqual(1000);

    const { calls, differences } = failure;
    // A person needs as many, or one less.
    expect(calls.length).toBeLessThanOrEqual(byHand(name) + 1);
    expect(calls.length).toBeLessThanOrEqual(6);
    expect(differences.length).toBeGreaterThan(0);
    expect(calls.at(-1)?.step.differences).toEqual(differences);
    expect(calls.slice(0, -1).every(({ step }) => step.differences.length === 0)).toBe(true);

    expect(nameless((await check(name, failure.path)).failure)).toEqual(nameless(failure));

    const { record } = await run(failure.reproduction, name);
    const expected = calls.map(({ code, step: { observed } }) => {
      const outcome = observed.outcome === "rejected" ? observed.error?.name : observed.outcome;
      const place = observed.outcome === "unsettled" ? "" : ` ${observed.signalingState}`;
      return { call: code.split("(")[0], outcome: `${outcome}${place}` };
    });
    expect(record).toEqual(expected);
  });
});

describe("the smallest sequence", () => {
  const needing: readonly FaultName[] = [
    "pranswer-refused",
    "pranswer-stored-as-answer",
    "rollback-from-local-pranswer-applied",
  ];

  it.each(needing)("has no call that does not matter: %s", async (name) => {
    const { failure } = await check(name);
    expect(failure?.calls.length).toBe(byHand(name));
  });
});

describe("a reproduction", () => {
  it("is a program that states what differs, closes what it made, and prints what happened", async () => {
    const fault = "no-implicit-rollback";
    const { failure } = await check(fault);
    const reproduction = failure?.reproduction ?? "";
    expect(reproduction).toMatch(new RegExp(`^// seed ${seed}, path "${failure?.path}"\n`));
    for (const { code } of failure?.calls ?? []) expect(reproduction).toContain(code);
    for (const { code, expected, observed, reference } of failure?.differences ?? []) {
      expect(reproduction).toContain(`// ${code}\n//   expected: ${expected}\n//   observed: ${observed}\n`);
      expect(reproduction).toContain(reference.url);
    }
    const { printed, made } = await run(reproduction, fault);
    expect(printed.at(-1)).toMatch(/InvalidStateError.* have-local-offer$/);
    expect(made.every(({ signalingState }) => signalingState === "closed")).toBe(true);
  });

  it("prepares its peer connections as they were prepared", async () => {
    const make = faulty("event-fired-twice");
    const bare = await checkImplementation(make, { seed, runs: 100 });
    expect(bare.failure?.reproduction).toContain('.createDataChannel?.("check");');
    const prepared = await checkImplementation(make, { seed, runs: 100, prepare: () => undefined });
    expect(prepared.failure?.reproduction).toMatch(/await prepare\([ab]\);/);
    expect(prepared.failure?.reproduction).not.toContain("createDataChannel");
  });
});
