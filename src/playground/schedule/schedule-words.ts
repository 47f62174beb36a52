import type { EndpointName } from "../../exploration/world.ts";
import { handCallOf, handCallWord } from "../calls/hand-call.ts";
import type { ScheduleStep } from "./schedule.ts";

/** So many steps a schedule has at most: a link from a stranger must not hold the page up. */
export const mostSteps = 500;

/** Steps as words, one after the other: `a.addTransceiver:audio,a.run*2,b.deliver`. */
export function stepsText(steps: readonly ScheduleStep[]): string {
  const runs: { readonly word: string; times: number }[] = [];
  for (const word of steps.map(stepWord)) {
    const last = runs.at(-1);
    if (last?.word === word) last.times += 1;
    else runs.push({ word, times: 1 });
  }
  return runs.map(({ word, times }) => (times === 1 ? word : `${word}*${times}`)).join(",");
}

function stepWord(step: ScheduleStep): string {
  const { peer, kind } = step;
  if (kind === "call") return `${peer}.${handCallWord(step.call)}`;
  if (kind === "run" || kind === "fail") return `${peer}.${kind}${step.item === 0 ? "" : step.item}`;
  return `${peer}.${kind}`;
}

/** The steps of such a text, 500 at most; null where a word is no step. */
export function stepsIn(text: string): readonly ScheduleStep[] | null {
  const steps: ScheduleStep[] = [];
  for (const word of text.split(",", mostSteps + 1)) {
    if (word === "") continue;
    const [, one = "", times = "1"] = /^([\w.:]{1,60})(?:\*(\d{1,3}))?$/.exec(word) ?? [];
    const step = stepOf(one);
    if (step === null) return null;
    for (let time = 0; time < Number(times) && steps.length < mostSteps; time++) steps.push(step);
  }
  return steps;
}

function stepOf(word: string): ScheduleStep | null {
  const [, name, rest = ""] = /^([ab])\.(.+)$/.exec(word) ?? [];
  if (name === undefined) return null;
  const peer = name as EndpointName;
  if (rest === "deliver" || rest === "lose" || rest === "repeat") return { peer, kind: rest };
  const [, kind, item = ""] = /^(run|fail)(\d{0,3})$/.exec(rest) ?? [];
  if (kind === "run" || kind === "fail") return { peer, kind, item: Number(item) };
  const call = handCallOf(rest);
  return call === null ? null : { peer, kind: "call", call };
}
