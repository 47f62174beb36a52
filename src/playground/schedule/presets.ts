import type { Schedule, Setup } from "./schedule.ts";
import { stepsIn, stepsText } from "./schedule-words.ts";

/** A schedule that shows something. */
export interface Preset {
  readonly name: string;
  /** What it shows, in a sentence or two. */
  readonly shows: string;
  readonly schedule: Schedule;
}

/** Each begins before anything has happened. */
export const presets: readonly Preset[] = [
  preset(
    "Glare",
    "Both sides offer at the same time. The impolite side a ignores the offer of b; b takes its own offer back, answers, and offers again.",
    { a: "perfect", b: "perfect" },
    "a.addTransceiver:audio,b.addTransceiver:video,a.run*3,b.run*3,a.deliver,b.deliver,b.run*7,a.deliver,a.run*2,a.deliver,a.run*4,b.deliver,b.run*2",
  ),
  preset(
    "Rollback",
    "a takes its offer back while b still answers it. The answer then finds no offer, and is refused.",
    { a: "hand", b: "hand" },
    "a.addTransceiver:audio,a.run,a.setLocalDescription,a.run*2,a.setLocalDescription:rollback,a.run*2,b.deliver,b.run,b.setLocalDescription,b.run*3,a.deliver,a.run",
  ),
  preset(
    "Provisional answer",
    "b answers provisionally, and later for good: the descriptions become current only then.",
    { a: "hand", b: "hand" },
    "a.addTransceiver:audio,a.run,a.setLocalDescription,a.run*2,b.deliver,b.run,b.setLocalDescription:pranswer,b.run*2,a.deliver,a.run,b.setLocalDescription:answer,b.run*2,a.deliver,a.run*2",
  ),
  preset(
    "ICE restart",
    "After a first negotiation, a restarts ICE: both descriptions get new user fragments, and nothing else changes.",
    { a: "perfect", b: "perfect" },
    "a.addTransceiver:audio,a.run*3,b.deliver,b.run*4,a.deliver,a.run*2,a.restartIce,a.run*3,b.deliver,b.run*4,a.deliver,a.run*2",
  ),
  preset(
    "Pushy SFU",
    "The server a pushes a second offer before the answer to the first has come. That answer no longer fits, and is refused.",
    { a: "pushy", b: "perfect" },
    "a.addTransceiver:audio,a.run*3,a.addTransceiver:video,a.run,a.setLocalDescription,a.run*2,b.deliver,b.run*4,a.deliver,a.run,b.deliver,b.run*4,a.deliver,a.run*2",
  ),
  preset(
    "Glare without roles",
    "Both sides take their own offers back for the other’s: each answer then finds another offer than it answers.",
    { a: "no-roles", b: "no-roles" },
    "a.addTransceiver:audio,a.run*3,b.addTransceiver:audio,b.run*3,a.deliver,a.run*7,b.deliver,b.run*7,a.deliver,a.run,b.deliver,b.run",
  ),
  preset(
    "Lost answer",
    "The answer never arrives. a waits for it, and negotiationneeded fires no more: whatever a needs, it does not offer.",
    { a: "perfect", b: "perfect" },
    "a.addTransceiver:audio,a.run*3,b.deliver,b.run*4,a.lose,a.addTransceiver:video,a.run",
  ),
];

/** The preset that a schedule is, at whatever place; null for any other schedule. */
export function presetPlayed({ setup, steps }: Schedule): Preset | null {
  const text = stepsText(steps);
  const isIt = ({ schedule }: Preset) =>
    schedule.setup.a === setup.a && schedule.setup.b === setup.b && stepsText(schedule.steps) === text;
  return presets.find(isIt) ?? null;
}

function preset(name: string, shows: string, setup: Setup, steps: string): Preset {
  return { name, shows, schedule: { setup, steps: stepsIn(steps) ?? [], at: 0 } };
}
