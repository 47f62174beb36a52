// What a run costs, counted instead of timed: the same on a busy machine as on an idle one.
import { Session } from "node:inspector/promises";

/** How often functions and blocks of src/ ran. */
export async function executionsDuring(run: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    run();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => url.includes("/src/"))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    await session.post("Profiler.stopPreciseCoverage");
    await session.post("Profiler.disable");
    session.disconnect();
  }
}

/** How many members a value has that are not shared with the one before it: those of objects that were made anew. */
export function membersMade(before: unknown, after: unknown): number {
  const known = new Set<unknown>();
  const sum = (value: unknown): number => {
    if (typeof value !== "object" || value === null || known.has(value)) return 0;
    known.add(value);
    const members = Object.values(value);
    return members.reduce((total: number, member) => total + sum(member), members.length);
  };
  sum(before);
  return sum(after);
}
