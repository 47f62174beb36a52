import type { Frame } from "./frame.ts";
import { nextFrame } from "./next-frame.ts";
import { firstFrame, framesOf, runToRest, scenarioOf } from "./play.ts";
import type { Schedule, ScheduleStep, Setup } from "./schedule.ts";
import { mostSteps } from "./schedule-words.ts";

/** A schedule that is being played: the frames before and after each of its steps. */
export interface Playing extends Schedule {
  readonly frames: readonly Frame[];
  /** Why the last step asked for was not taken; null where it was. */
  readonly complaint: string | null;
}

/** Plays a schedule. Steps that cannot happen are left out, with a complaint. */
export function playingOf(schedule: Schedule): Playing {
  const frames = framesOf(schedule);
  const steps = schedule.steps.slice(0, frames.length - 1);
  const left = schedule.steps.length - steps.length;
  const complaint =
    left === 0 ? null : `Step ${steps.length + 1} of the link cannot happen there: it is left out, and all after it.`;
  return { ...schedule, steps, frames, at: Math.min(schedule.at, steps.length), complaint };
}

/** Nothing has happened, with that code. */
export function playingAnew(setup: Setup): Playing {
  return { setup, steps: [], frames: [firstFrame(scenarioOf(setup))], at: 0, complaint: null };
}

/** How things stand. */
export function frameNow({ frames, at }: Playing): Frame {
  return frames[at] as Frame;
}

/** At another place of the same schedule. */
export function movedTo(playing: Playing, at: number): Playing {
  return { ...playing, at: Math.min(Math.max(at, 0), playing.steps.length), complaint: null };
}

/**
 * After a further step, which takes the place of all that followed. Where the event loops run by themselves, they then do
 * what they can.
 */
export function played(playing: Playing, step: ScheduleStep, everyTurn: boolean): Playing {
  const { setup, at } = playing;
  const scenario = scenarioOf(setup);
  if (at >= mostSteps)
    return { ...playing, complaint: `A schedule has at most ${mostSteps} steps. Go back, or begin anew.` };
  const next = nextFrame(frameNow(playing), step, scenario);
  if (next === null) return { ...playing, complaint: "That cannot happen now." };
  const rest = everyTurn ? { steps: [], frames: [] } : runToRest(next, scenario);
  const steps = [...playing.steps.slice(0, at), step, ...rest.steps].slice(0, mostSteps);
  const frames = [...playing.frames.slice(0, at + 1), next, ...rest.frames].slice(0, mostSteps + 1);
  return { setup, steps, frames, at: steps.length, complaint: null };
}
