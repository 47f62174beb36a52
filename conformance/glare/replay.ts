import { spawnSync } from "node:child_process";
import { builtCommand, root } from "../command.ts";
import type { Step } from "../library.ts";

/** The verdicts on a trace's calls, in a form in which two of them can be compared. */
export type Verdicts = readonly string[];

/** What `jsep-machine replay` says of a trace in a file. @throws Error where it cannot read it */
export function replayed(file: string): Verdicts {
  const args = [builtCommand, "replay", "--json", file];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`replay of ${file}: ${stderr.trim()}`);
  const { connections } = JSON.parse(stdout) as { connections: readonly { steps: readonly Step[] }[] };
  return connections.flatMap(({ steps }) => steps.map(verdictOn));
}

/** What was said of the same calls while they were made. Replay lists the calls that set descriptions and close(). */
export function live(steps: readonly Step[]): Verdicts {
  return steps.filter(({ call }) => call !== "createOffer" && call !== "createAnswer").map(verdictOn);
}

// A deviation that was declared here is one that replay has not been told of.
function verdictOn({ call, type, before, observed, verdict, code }: Step): string {
  const told = verdict === "known-deviation" ? "divergence" : verdict;
  return [call, type, before, observed.outcome, observed.signalingState, told, code].join(" ");
}
