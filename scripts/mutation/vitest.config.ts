import { defineConfig } from "vitest/config";
import type { TestSequencer } from "vitest/node";
import { filesOf, type Suite } from "./suites.ts";

const files = filesOf(process.env.MUTATION_SUITE as Suite);

/** Runs the files in the order of the list, so that what finds most is asked first. */
class InListedOrder implements TestSequencer {
  shard<Specs>(specs: Specs): Specs {
    return specs;
  }
  sort: TestSequencer["sort"] = (specs) => [...specs].sort((a, b) => positionOf(a.moduleId) - positionOf(b.moduleId));
}

function positionOf(moduleId: string): number {
  return files.findIndex((file) => moduleId.endsWith(file));
}

export default defineConfig({
  test: {
    root: process.cwd(),
    include: [...files],
    bail: 1,
    // A machine that is busy must not look like a test that noticed.
    testTimeout: 120_000,
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: InListedOrder },
  },
});
