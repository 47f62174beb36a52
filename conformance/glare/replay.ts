import { spawnSync } from "node:child_process";
import { builtCommand, root } from "../command.ts";
import type { Step } from "../library.ts";

/** The verdicts on a trace's calls, in a form in which two of them can be compared. */
export type Verdicts = readonly string[];

/** The verdicts of `jsep-machine replay` on a trace in a file. @throws Error where it cannot read the file */
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

/** The verdicts on the same calls while they were made. Replay lists the calls that set descriptions, and close(). */
export function live(steps: readonly Step[]): Verdicts {
  return steps.filter(({ call }) => call !== "createOffer" && call !== "createAnswer").map(verdictOn);
}

// Replay does not know the declared deviations: for it they are divergences.
function verdictOn({ call, type, before, observed, verdict, code }: Step): string {
  const undeclared = verdict === "known-deviation" ? "divergence" : verdict;
  return [call, type, before, observed.outcome, observed.signalingState, undeclared, code].join(" ");
}
