import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtCommand, root } from "../command.ts";
import type { Application, MungedSdp } from "./application.ts";
import type { RecordedApplication } from "./recording.ts";
import type { Refusal } from "./refusal.ts";
import type { Ran } from "./run-application.ts";

const program = "conformance/applications/run-application.ts";

/** Runs an application in a process of its own, and judges its trace by `jsep-machine replay`. */
export function run(application: Application): RecordedApplication {
  const { package: name, setting, leftOut, whyRefused, munges } = application;
  return {
    ...{ package: name, version: versionOf(name), setting, leftOut, whyRefused },
    ...judged(name, "refuse"),
    accepted: munges === true ? judged(name, "accept") : null,
  };
}

function judged(name: string, mungedSdp: MungedSdp): NonNullable<RecordedApplication["accepted"]> {
  const folder = mkdtempSync(join(tmpdir(), "application-"));
  try {
    const { shown, failure, refusals, trace } = ranIn(folder, name, mungedSdp);
    return { shown, failure, refusals: counted(refusals), replay: replayed(join(folder, "trace.json"), trace) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ranIn(folder: string, name: string, mungedSdp: MungedSdp): Ran {
  const file = join(folder, "ran.json");
  const { stderr } = spawnSync(process.execPath, [program, name, file, mungedSdp], { cwd: root, encoding: "utf8" });
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    const [reason = "its process ended early"] = /^\w*Error\b.*/m.exec(stderr) ?? [];
    return { shown: [], failure: reason, refusals: [], trace: "" };
  }
}

function versionOf(name: string): string {
  const manifest = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

function counted(refusals: readonly Refusal[]): RecordedApplication["refusals"] {
  const counts = new Map<string, Refusal & { readonly count: number }>();
  for (const refusal of refusals) {
    const key = `${refusal.method} ${refusal.message}`;
    counts.set(key, { ...refusal, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** A connection of the command's report. */
interface Judged {
  readonly steps: readonly Step[];
}

interface Step {
  readonly verdict: string;
  readonly fault?: string | null;
  readonly observed: { readonly outcome: string };
}

/** A changed local description that was accepted: no fault of the fake's. */
function isMunged({ verdict, fault }: Step): boolean {
  return verdict === "divergence" && fault === "application";
}

/** A call that never settled, although no close() overtook it. */
function isForgotten({ verdict, observed: { outcome } }: Step): boolean {
  return outcome === "unsettled" && verdict !== "conforms";
}

function replayed(file: string, trace: string): RecordedApplication["replay"] {
  if (trace === "")
    return { connections: 0, calls: 0, illegalCalls: 0, divergences: 0, munged: 0, unjudged: 0, unsettled: 0 };
  writeFileSync(file, trace);
  const { stdout, stderr } = spawnSync(process.execPath, [builtCommand, "replay", "--json", file], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (stdout === "") throw new Error(stderr);
  const { summary, connections } = JSON.parse(stdout);
  const steps: readonly Step[] = connections.flatMap(({ steps }: Judged) => steps);
  const munged = steps.filter(isMunged).length;
  const divergences = summary.divergences - munged;
  return { ...summary, divergences, munged, unsettled: steps.filter(isForgotten).length };
}
