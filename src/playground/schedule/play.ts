import { firstWorld } from "../../exploration/search/first-world.ts";
import { peerNames, type Scenario } from "../../exploration/world.ts";
import { describePlayed } from "./describe.ts";
import type { Frame } from "./frame.ts";
import { negotiations, withCallsByHand } from "./negotiations.ts";
import { nextFrame } from "./next-frame.ts";
import type { Schedule, ScheduleStep, Setup } from "./schedule.ts";

/** The scenario of a setup: its schedule says what the applications do. */
export function scenarioOf({ a, b }: Setup): Scenario {
  return {
    name: "playground",
    negotiators: { a: withCallsByHand(negotiations[a].negotiator), b: withCallsByHand(negotiations[b].negotiator) },
    acts: { a: [], b: [] },
    failures: Number.POSITIVE_INFINITY,
    options: { sdp: "validate" },
    describe: describePlayed,
  };
}

/** Before anything has happened. */
export function firstFrame(scenario: Scenario): Frame {
  const nothing = { a: [], b: [] };
  return {
    number: 0,
    world: firstWorld(scenario),
    sent: { a: {}, b: {} },
    origins: nothing,
    arrivedFrom: null,
    happening: null,
  };
}

/** The frames of a schedule, one more than it has steps. Fewer where a step cannot happen: it and the rest are left out. */
export function framesOf({ setup, steps }: Schedule): readonly Frame[] {
  const scenario = scenarioOf(setup);
  const frames = [firstFrame(scenario)];
  for (const step of steps) {
    const next = nextFrame(frames.at(-1) as Frame, step, scenario);
    if (next === null) break;
    frames.push(next);
  }
  return frames;
}

/** The steps that empty the event loops of both peers, the first item first; and the frame that they lead to. */
export function runToRest(
  frame: Frame,
  scenario: Scenario,
): { readonly steps: readonly ScheduleStep[]; readonly frames: readonly Frame[] } {
  const steps: ScheduleStep[] = [];
  const frames: Frame[] = [];
  let last = frame;
  for (;;) {
    const peer = peerNames.find((name) => last.world.peers[name].agenda.length > 0);
    if (peer === undefined || steps.length >= mostAtOnce) return { steps, frames };
    const step = { peer, kind: "run", item: 0 } as const;
    const next = nextFrame(last, step, scenario);
    if (next === null) return { steps, frames };
    steps.push(step);
    frames.push(next);
    last = next;
  }
}

// No call leads to as many. A loop that never ends, as some texts had, must not hold the page up.
const mostAtOnce = 100;
