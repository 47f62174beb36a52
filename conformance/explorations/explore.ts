import { readFileSync } from "node:fs";
import { exploreNegotiation, type NegotiationReport } from "../../src/entries/testing.ts";
import { bundled, copiesOf } from "./bundled.ts";
import type { Any, Exploration } from "./exploration.ts";
import type { RecordedExploration } from "./recording.ts";

/** Far more than any exploration takes: one that the time ends has figures of the machine's. */
const timeLimit = 3_600_000;

/** Explores the code. */
export async function explore(exploration: Exploration): Promise<RecordedExploration> {
  const { bounds, ...options } = exploration.options;
  const report = await exploreNegotiation(await codeOf(exploration), { ...options, bounds: { timeLimit, ...bounds } });
  if (report.interrupted) throw new Error("the time was up: the figures would depend on the machine");
  return recordedOf(exploration, report);
}

/** Explores no more than so many states, to see that it still runs. */
export async function exploreInShort(exploration: Exploration, states: number): Promise<NegotiationReport> {
  const bounds = { ...exploration.options.bounds, states, schedules: 3, timeLimit };
  return exploreNegotiation(await codeOf(exploration), { ...exploration.options, bounds });
}

/** Runs one schedule. */
export async function runSchedule(exploration: Exploration, schedule: string): Promise<NegotiationReport> {
  return exploreNegotiation(await codeOf(exploration), { ...exploration.options, schedule });
}

async function codeOf({ package: alias, entry, code }: Exploration) {
  if (alias === null) return code(undefined);
  return code(entry === undefined ? await imported(alias) : copiesOf(await bundled(alias, entry)));
}

// A CommonJS module is its own default.
async function imported(name: string): Promise<Any> {
  const module = await import(name);
  return module.default ?? module;
}

function recordedOf(exploration: Exploration, report: NegotiationReport): RecordedExploration {
  const { name, package: alias, setting, finding, links, options } = exploration;
  const { states, depth, exhaustive, runs, schedules, reached, violation } = report;
  return {
    ...{ name, package: alias === null ? null : nameAndVersion(alias), setting, finding, links },
    ...{ seed: options.seed ?? 1, states, depth, exhaustive, runs, schedules },
    reached: Object.keys(reached).filter((sight) => reached[sight]),
    violation: violation && {
      ...{ property: violation.property, message: violation.message },
      ...{ steps: violation.trace.length, schedule: violation.schedule, ladder: violation.ladder, reproductions: [] },
    },
  };
}

function nameAndVersion(alias: string): string {
  const manifest = new URL(`node_modules/${alias}/package.json`, import.meta.url);
  const { name, version } = JSON.parse(readFileSync(manifest, "utf8"));
  return `${name} ${version}`;
}
