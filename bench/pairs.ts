// What a pair of the fake costs, beside the implementations of npm that connect for real. `node bench/pairs.ts` measures
// this alone. Each implementation has a process of its own: what it leaves behind does not burden the others.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { root } from "./build-output.ts";
import { duration, type Measurement, table } from "./measurement.ts";
import { sized } from "./short.ts";

/** What a pair takes, in ms. */
interface PairTime {
  readonly cpu: number;
  readonly wall: number;
}

/** The others, with the least by which the fake must be faster. */
const others = [
  { name: "@roamhq/wrtc", times: 5 },
  { name: "werift", times: 20 },
] as const;

const rounds = sized(3, 1);

export function measurePairs(): Measurement[] {
  const installed = others.filter(({ name }) => isInstalled(name));
  const best = new Map<string, PairTime>();
  // In every round each has its turn, and the best round counts: what else runs on the computer can only add time.
  for (let round = 0; round < rounds; round++)
    for (const name of ["fake", ...installed.map((other) => other.name)]) {
      const found = measured(name, name === "fake" ? sized(400, 2) : sized(30, 2));
      const known = best.get(name) ?? found;
      best.set(name, { cpu: Math.min(known.cpu, found.cpu), wall: Math.min(known.wall, found.wall) });
    }
  const fake = best.get("fake") as PairTime;
  return installed.flatMap(({ name, times }) => {
    const other = best.get(name) as PairTime;
    return (["cpu", "wall"] as const).map((time) => ({
      what: `A pair of the fake, until its data channel is open: ${time} time of ${name} to its own`,
      value: other[time] / fake[time],
      unit: "×" as const,
      target: { bound: "at least" as const, value: times },
      context: `${duration(other[time])} against ${duration(fake[time])}`,
    }));
  });
}

function isInstalled(name: string): boolean {
  if (existsSync(new URL(`conformance/node_modules/${name}/package.json`, root))) return true;
  console.log(`Pairs: ${name} is not installed and not measured. npm ci in conformance/ installs it.`);
  return false;
}

function measured(name: string, pairs: number): PairTime {
  const script = fileURLToPath(new URL("pair.ts", import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, name, String(pairs)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The pairs of ${name} were not measured: ${stderr}`);
  return JSON.parse(stdout) as PairTime;
}

if (import.meta.main) console.log(table(measurePairs()));
