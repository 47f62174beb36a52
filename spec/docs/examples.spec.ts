// The clients in examples/, copied out of the repository: they find in real captures what must be found, and survive faults.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { capturePath } from "../cli/running/capture-files.ts";
import { type Capture, captures } from "../cli/running/capture-verdicts.ts";
import { temporaryFolder } from "../cli/running/temporary-files.ts";
import { type ConnectionCase, vectorsIn } from "../vectors/running/vectors.ts";
import { exampleRunner, examplesIn, hasGo, hasPython } from "./running/example-programs.ts";

const run = exampleRunner();
const file = temporaryFolder();
const python = examplesIn("python");
const go = examplesIn("go");

const noOracle = `${process.execPath} --version`;
const slow = 120_000;

function dumpOf({ name }: Capture): string {
  return capturePath(name, "internals.json.gz");
}

interface Row {
  readonly connection: string;
  readonly call: string;
  readonly outcome: string;
  readonly state: string;
  readonly verdict: string;
}

/** What is to be said of a call, by its verdict in the hand-written table. */
function saying({ verdict = "", code = "" }: Readonly<Record<string, string>>): string {
  if (verdict === "illegal-call") return `ILLEGAL CALL ${code}`;
  if (verdict !== "divergence") return "conforms";
  return code === "" ? "MUST BE APPLIED" : `MUST BE REFUSED ${code}`;
}

function expectedRows({ rows }: Capture): Row[] {
  return rows.map((row) => ({
    connection: row.connection ?? "",
    // A refused call without an argument is logged without its type.
    call: row.verdict === "divergence" && row.code === "" ? "local " : (row.call ?? ""),
    outcome: row.outcome === "rejected" ? "refused" : (row.outcome ?? ""),
    state: row.state ?? "",
    verdict: saying(row),
  }));
}

const printedCall =
  /^ {2}set(Local|Remote)Description\((\w*)\) +(applied|refused), (\S+) +([\w-]+(?: [\w-]+)*)(?: {2}([\w-]+):.*)?$/;

function printedRows(out: string): Row[] {
  let connection = "";
  const rows: Row[] = [];
  for (const line of out.split("\n")) {
    connection = /^Connection (.+)$/.exec(line)?.[1] ?? connection;
    const [, side = "", type, outcome = "", state = "", said, code] = printedCall.exec(line) ?? [];
    if (said === undefined) continue;
    const verdict = code === undefined ? said : `${said} ${code}`;
    rows.push({ connection, call: `${side.toLowerCase()} ${type}`, outcome, state, verdict });
  }
  return rows;
}

function found({ found: [illegalCalls, divergences] }: Capture): number {
  return illegalCalls + divergences;
}

const vectors = fileURLToPath(new URL("../../vectors", import.meta.url));
const count = vectorsIn("connection.json").cases.length;

/** A folder with the first three cases of connections, the first of which expects something else. */
function spoilt(name: string, spoil: (vector: ConnectionCase) => void): string {
  const folder = file(name);
  const whole = structuredClone(vectorsIn("connection.json")) as object as { cases: ConnectionCase[] };
  const cases = whole.cases.slice(0, 3);
  spoil(cases[0] as ConnectionCase);
  mkdirSync(folder);
  writeFileSync(`${folder}/connection.json`, JSON.stringify({ ...whole, cases }));
  return folder;
}

type Changeable = { -readonly [Member in keyof ConnectionCase["steps"][number]]: unknown };

const spoiling: Readonly<Record<string, (vector: ConnectionCase) => void>> = {
  effects: ({ steps }) => {
    (steps[0] as Changeable).effects = [];
  },
  state: ({ steps }) => {
    (steps.find(({ signalingState }) => signalingState !== undefined) as Changeable).signalingState = "stable";
  },
  after: ({ after }) => {
    Object.assign(after.a as object, { negotiationNeeded: "maybe" });
  },
};

describe.concurrent("the Python examples", () => {
  it.skipIf(!hasPython).each(captures)("judge the capture $name", { timeout: slow }, async (capture) => {
    const { status, out, err } = await run(python, "python3", ["judge_capture.py", dumpOf(capture)]);
    expect(err).toBe("");
    expect(printedRows(out)).toEqual(expectedRows(capture));
    expect(out).toMatch(new RegExp(`\n${found(capture)} deviations or illegal calls\n$`));
    expect(status).toBe(capture.status);
  });

  it.skipIf(!hasPython)("ask for the dump where none is passed", { timeout: slow }, async () => {
    const { status, out, err } = await run(python, "python3", ["judge_capture.py"]);
    expect([status, out, err]).toEqual([2, "", "judge_capture: no dump: judge_capture.py DUMP\n"]);
  });

  it.skipIf(!hasPython)("report that the oracle is missing", { timeout: slow }, async () => {
    const { status, err } = await run(
      python,
      "python3",
      ["judge_capture.py", capturePath("double-answer", "internals.json.gz")],
      noOracle,
    );
    expect(err).toMatch(/^judge_capture: (?:the oracle has ended|another program than the oracle answered)[^\n]*\n$/);
    expect(status).toBe(2);
  });

  it.skipIf(!hasPython)("run the vectors of connections over serve", { timeout: slow }, async () => {
    const { status, out, err } = await run(python, "python3", ["run_vectors.py", vectors]);
    expect([out, err, status]).toEqual([`0 of ${count} failed\n`, "", 0]);
  });

  it.skipIf(!hasPython).each(Object.keys(spoiling))("find other %s", { timeout: slow }, async (what) => {
    const folder = spoilt(`python-${what}`, spoiling[what] as (vector: ConnectionCase) => void);
    const { status, out } = await run(python, "python3", ["run_vectors.py", folder]);
    expect(out).toMatch(/^state\/stable\/local\/offer: .*\n1 of 3 failed\n$/);
    expect(status).toBe(1);
  });

  it.skipIf(!hasPython)("pass their tests: faults, dead processes, the walk", { timeout: slow }, async () => {
    const { status, err } = await run(python, "python3", ["-W", "error", "-m", "unittest"]);
    expect(err).toMatch(/\nRan 15 tests in .*\n\nOK\n$/);
    expect(status).toBe(0);
  });
});

describe("the Go examples", () => {
  const program = file("judge-capture");

  beforeAll(async () => {
    if (hasGo) expect(await run(go, "go", ["build", "-o", program, "./judge-capture"])).toMatchObject({ status: 0 });
  }, slow);

  it.skipIf(!hasGo).concurrent.each(captures)("judge the capture $name", { timeout: slow }, async (capture) => {
    const { status, out, err } = await run(go, program, [dumpOf(capture)]);
    expect(err).toBe("");
    expect(printedRows(out)).toEqual(expectedRows(capture));
    expect(out).toMatch(new RegExp(`\n${found(capture)} deviations or illegal calls\n$`));
    expect(status).toBe(capture.status);
  });

  it.skipIf(!hasGo)("ask for the dump where none is passed", { timeout: slow }, async () => {
    const { status, out, err } = await run(go, program, []);
    expect([status, out, err]).toEqual([2, "", "judge-capture: no dump: judge-capture DUMP\n"]);
  });

  it.skipIf(!hasGo)("report that the oracle is missing", { timeout: slow }, async () => {
    const { status, err } = await run(go, program, [capturePath("double-answer", "internals.json.gz")], noOracle);
    expect(err).toMatch(/^judge-capture: the oracle has ended: [^\n]*\n$/);
    expect(status).toBe(2);
  });

  it.skipIf(!hasGo)("run the vectors of connections over serve", { timeout: slow }, async () => {
    const { status, out, err } = await run(go, "go", ["run", "./run-vectors", vectors]);
    expect([out, err, status]).toEqual([`0 of ${count} failed\n`, "", 0]);
  });

  it.skipIf(!hasGo).each(Object.keys(spoiling))("find other %s", { timeout: slow }, async (what) => {
    const folder = spoilt(`go-${what}`, spoiling[what] as (vector: ConnectionCase) => void);
    const { status, out } = await run(go, "go", ["run", "./run-vectors", folder]);
    expect(out).toMatch(/^state\/stable\/local\/offer: .*\n1 of 3 failed\n$/);
    expect(status).toBe(1);
  });

  it.skipIf(!hasGo)("pass their tests: faults, dead processes, the walk", { timeout: slow }, async () => {
    expect(await run(go, "go", ["test", "./..."])).toMatchObject({ status: 0 });
  });

  it.skipIf(!hasGo)("are formatted and vetted", { timeout: slow }, async () => {
    expect(await run(go, "go", ["vet", "./..."])).toEqual({ status: 0, out: "", err: "" });
    expect(await run(go, "gofmt", ["-l", "."])).toEqual({ status: 0, out: "", err: "" });
  });
});
