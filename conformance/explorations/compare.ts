import type { RecordedExploration } from "./recording.ts";

const figures = ["package", "seed", "states", "depth", "exhaustive", "runs", "schedules"] as const;

/** How an exploration differs from what is recorded of it, in words; nothing where it is the same. */
export function differencesFrom(before: RecordedExploration | null, now: RecordedExploration): readonly string[] {
  if (before === null) return ["it is not in the recording"];
  const changed = figures
    .filter((name) => before[name] !== now[name])
    .map((name) => `${name} was ${before[name]}, and is ${now[name]}`);
  if (before.reached.join() !== now.reached.join())
    changed.push(`it reached ${listed(before.reached)}, and reaches ${listed(now.reached)}`);
  const [old, fresh] = [before.violation, now.violation];
  if (old?.property !== fresh?.property)
    changed.push(`it broke ${old?.property ?? "nothing"}, and breaks ${fresh?.property ?? "nothing"}`);
  else if (old?.schedule !== fresh?.schedule || old?.message !== fresh?.message || old?.ladder !== fresh?.ladder)
    changed.push("it comes to its violation in another way");
  return changed;
}

/** The exploration with the reproductions that are recorded of the same violation. */
export function withReproductions(now: RecordedExploration, before: RecordedExploration | null): RecordedExploration {
  if (now.violation === null || before?.violation?.schedule !== now.violation.schedule) return now;
  return { ...now, violation: { ...now.violation, reproductions: before.violation.reproductions } };
}

function listed(names: readonly string[]): string {
  return names.join(", ") || "nothing";
}
