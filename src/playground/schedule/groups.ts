import type { EndpointName } from "../../exploration/world.ts";
import type { ScheduleStep } from "./schedule.ts";

/** Steps that are shown as one: what somebody does, and what the event loop of that peer then does. */
export interface StepGroup {
  readonly peer: EndpointName;
  /** The index of the first step, and that after the last. */
  readonly from: number;
  readonly to: number;
}

/** The steps in groups; each step is a group of its own where every turn is shown. */
export function groupsOf(steps: readonly ScheduleStep[], everyTurn: boolean): readonly StepGroup[] {
  const groups: { peer: EndpointName; from: number; to: number }[] = [];
  for (const [index, { peer, kind }] of steps.entries()) {
    const last = groups.at(-1);
    if (last !== undefined && !everyTurn && kind === "run" && last.peer === peer) last.to = index + 1;
    else groups.push({ peer, from: index, to: index + 1 });
  }
  return groups;
}

/** Where the group before a place begins. */
export function placeBefore(groups: readonly StepGroup[], at: number): number {
  return groups.filter(({ from }) => from < at).at(-1)?.from ?? 0;
}

/** Where the group after a place ends. */
export function placeAfter(groups: readonly StepGroup[], at: number): number {
  return groups.find(({ to }) => to > at)?.to ?? at;
}
