// Every injected fault is found, shrunk to a few calls, found again by seed and path, and reproduced by a program.
import { describe, expect, it } from "vitest";
import { type CheckReport, checkImplementation } from "../../src/entries/testing.ts";
import { type RecordedCall, RecordedPeerConnection } from "./driving/recorded-peer-connection.ts";
import { faultScripts } from "./simulated/fault-scripts.ts";
import { type FaultName, faults } from "./simulated/faults.ts";
import { laterTask } from "./simulated/later-task.ts";
import { SimulatedPeerConnection } from "./simulated/simulated-peer-connection.ts";

const seed = 1;
// Nothing that a simulated peer connection does takes longer.
const settleTimeout = 15;

function check(fault: FaultName, path?: string): Promise<CheckReport> {
  const options = { seed, runs: 1000, settleTimeout, ...(path === undefined ? {} : { path }) };
  return checkImplementation(() => new SimulatedPeerConnection({ fault }), options);
}

function byHand(name: FaultName): number {
  return faultScripts[name].split(",").length;
}

// What is refused may be quoted, and every simulated peer connection has a number of its own.
function nameless(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(/o=- \d+ /g, "o=- 1 "));
}

// `new Function`, of an async function.
const AsyncFunction = (async () => undefined).constructor as new (
  ...texts: string[]
) => (...values: unknown[]) => Promise<unknown>;

/** Runs a reproduction on peer connections with that fault: the calls that it makes, and what it prints. */
async function run(reproduction: string, fault: FaultName) {
  const names = [...reproduction.matchAll(/^const (\w+) = await makePeerConnection\(\);$/gm)].map(([, name]) => name);
  const record: RecordedCall[] = [];
  const made: RecordedPeerConnection[] = [];
  const makePeerConnection = async () => {
    const pc = new RecordedPeerConnection(names[made.length] ?? "", record, fault);
    made.push(pc);
    return pc;
  };
  const printed: string[] = [];
  const console = { log: (...words: unknown[]) => printed.push(words.join(" ")) };
  const ending = reproduction.replace(/(?:^[ab]\.close\(\);\n)+$/m, "ended();\n$&");
  expect(ending).not.toBe(reproduction);
  const program = new AsyncFunction("makePeerConnection", "console", "ended", ending);
  const ended = () => made.map((pc) => pc.endRecord());
  // A call that never settles holds up the program.
  await Promise.race([program(makePeerConnection, console, ended), laterTasks()]);
  return { record, printed, made };
}

async function laterTasks(): Promise<void> {
  for (let task = 0; task < 20; task += 1) await laterTask();
}

// What takes a second alone may take many on a busy machine.
const timeout = 30_000;

describe("checkImplementation() on a faulty implementation", { timeout }, () => {
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
    const make = () => new SimulatedPeerConnection({ fault: "event-fired-twice" });
    const bare = await checkImplementation(make, { seed, runs: 100 });
    expect(bare.failure?.reproduction).toContain('.createDataChannel?.("check");');
    const prepared = await checkImplementation(make, { seed, runs: 100, prepare: () => undefined });
    expect(prepared.failure?.reproduction).toMatch(/await prepare\([ab]\);/);
    expect(prepared.failure?.reproduction).not.toContain("createDataChannel");
  });
});
