import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Checkout } from "../checkout.ts";
import { type FileOutcome, outcomeFrom, type Ran, type Subtest, subtestFrom } from "../outcome.ts";
import { limitOf, type TimeLimits } from "../test-page.ts";
import type { PageMessage } from "./orders.ts";

const program = fileURLToPath(new URL("page-process.ts", import.meta.url));

/** How test files run in Node. */
export interface NodeRun {
  /** A name of `implementations/`, or a module that exports `implementation`. */
  readonly implementation: string;
  /** Processes at a time. */
  readonly processes: number;
  readonly limits: TimeLimits;
}

/** Runs test files, each in a process of its own. Reports each outcome when it is there; the result has the order of `tests`. */
export async function runInNode(
  checkout: Checkout,
  tests: readonly string[],
  { implementation, processes, limits }: NodeRun,
  onOutcome: (outcome: FileOutcome) => void,
): Promise<Ran> {
  const outcomes = new Map<string, FileOutcome>();
  const waiting = [...tests];
  let title = implementation;
  async function work(): Promise<void> {
    // The next process loads while the test before it runs.
    let ready = waiting.length > 0 ? start(implementation) : null;
    for (let test = waiting.shift(); test !== undefined && ready !== null; test = waiting.shift()) {
      const running = ready;
      ready = waiting.length > 0 ? start(implementation) : null;
      const outcome = await outcomeOf(running, test, limitOf(checkout.folder, test, limits), checkout.folder);
      outcomes.set(test, outcome);
      if (outcome.end !== "crash") title = await running.ready;
      onOutcome(outcome);
    }
    ready?.child.kill("SIGKILL");
  }
  await Promise.all(Array.from({ length: Math.min(processes, tests.length) }, work));
  return { title, outcomes: tests.flatMap((test) => outcomes.get(test) ?? []) };
}

/** A page's process that has not been ordered to run a test yet. */
interface Started {
  readonly child: ChildProcess;
  /** The title of its implementation, when that has loaded; pending for ever, where it cannot. */
  readonly ready: Promise<string>;
  /** The last of what it printed as errors. */
  readonly errors: () => string;
}

function start(implementation: string): Started {
  const stdio = ["ignore", "ignore", "pipe", "ipc"] as const;
  const child = fork(program, [implementation], { stdio: [...stdio], execArgv: ["--no-warnings"] });
  let stderr = "";
  child.stderr?.on("data", (data) => {
    stderr = `${stderr}${data}`.slice(-2_000);
  });
  return {
    child,
    ready: new Promise((resolve) => child.once("message", (message) => resolve(titleIn(message as PageMessage)))),
    errors: () => stderr,
  };
}

function titleIn(message: PageMessage): string {
  return message.kind === "ready" ? message.title : "";
}

function outcomeOf(
  { child, ready, errors }: Started,
  test: string,
  limit: number,
  folder: string,
): Promise<FileOutcome> {
  const subtests: Subtest[] = [];
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const end = (outcome: FileOutcome) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => {});
      child.kill("SIGKILL");
      resolve(outcome);
    };
    const broken = (kind: "hang" | "crash", message: string) => end({ file: test, end: kind, message, subtests });
    ready.then(() => {
      timer = setTimeout(() => broken("hang", `no end within ${limit / 1_000} s`), limit);
      child.send({ folder, test });
    });
    child.on("message", (message: PageMessage) => {
      if (message.kind === "result") subtests.push(subtestFrom(message.result));
      else if (message.kind === "complete") end(outcomeFrom(test, message.tests, message));
    });
    child.on("error", (error) => broken("crash", error.message));
    const exited = (code: number | null, signal: string | null) => {
      const how = signal === null ? `status ${code}` : signal;
      broken("crash", `its process ended with ${how}: ${errors().trim().split("\n").slice(-8).join("\n")}`);
    };
    if (child.exitCode !== null || child.signalCode !== null) exited(child.exitCode, child.signalCode);
    else child.on("exit", exited);
  });
}
