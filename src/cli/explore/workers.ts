import { text } from "node:stream/consumers";
import { Worker } from "node:worker_threads";
import type { NegotiationReport } from "../../testing/explore/explore-negotiation.ts";
import type { ExploreFlags } from "./explore-flags.ts";

/** What the other threads have found so far, and how to end them. */
export interface WorkersAtWork {
  readonly reports: Promise<readonly NegotiationReport[]>;
  end(): void;
}

/** Starts threads that run this command for shares of the random schedules, all but the first share. */
export function startWorkers(file: string, flags: ExploreFlags, count: number): WorkersAtWork {
  const workers = Array.from({ length: count - 1 }, (_, index) => {
    const argv = ["explore", file, ...argumentsOf(flags), "--shard", `${index + 2}/${count}`];
    return new Worker(process.argv[1] as string, { argv, stdout: true });
  });
  const reports = workers.map(async (worker) => reportIn(await text(worker.stdout)));
  return {
    reports: Promise.all(reports).then((read) => read.filter((report) => report !== null)),
    end: () => workers.forEach((worker) => void worker.terminate()),
  };
}

// The search of all states is the first thread's.
function argumentsOf(flags: ExploreFlags): readonly string[] {
  const { steps, time, virtualTime, schedules, seed, actions, faults, except, candidates } = flags;
  const given = { steps, time, "virtual-time": virtualTime, schedules, seed, actions, faults, except, candidates };
  const passed = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, `${value}`],
  );
  return [...passed, "--states", "1", "--json"];
}

// A thread that was ended has written nothing.
function reportIn(output: string): NegotiationReport | null {
  return output === "" ? null : JSON.parse(output);
}
