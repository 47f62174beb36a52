import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { NegotiationViolation, TraceStep } from "../../../src/entries/testing.ts";
import { bundle } from "../../page/bundle.ts";
import { bundled } from "../bundled.ts";
import type { Exploration } from "../exploration.ts";
import { kindOfName, type MessageKind } from "./message-kind.ts";
import type { ReproducedStep, ReproductionOrder } from "./reproduce-page.ts";

/** What a page needs to go through a violation. */
export async function orderOf(
  exploration: Exploration,
  { schedule, trace }: Pick<NegotiationViolation, "schedule" | "trace">,
): Promise<ReproductionOrder> {
  return {
    exploration: exploration.name,
    library: await libraryOf(exploration),
    side: await bundle("../explorations/browser/side.ts"),
    steps: stepsOf(schedule, trace),
  };
}

// As the package has it for pages; otherwise bundled.
async function libraryOf({ package: name, entry, script }: Exploration): Promise<ReproductionOrder["library"]> {
  if (name === null) return null;
  if (entry !== undefined) {
    return { text: `function copyOfLibrary() {\n${await bundled(name, entry)}\n}`, variable: "copyOfLibrary" };
  }
  const packages = fileURLToPath(new URL("../node_modules/", import.meta.url));
  if (script !== null) {
    return { text: readFileSync(`${packages}${name}/${script.file}`, "utf8"), variable: script.variable };
  }
  const { outputFiles } = await build({
    stdin: { contents: `import * as all from "${name}"; export default all.default ?? all;`, resolveDir: packages },
    ...{ bundle: true, format: "iife", globalName: "exploredLibrary", platform: "browser", target: "es2022" },
    ...{ write: false, logLevel: "error" },
  });
  const text = outputFiles.map((file) => file.text).join("\n");
  return { text: `${text}\nvar exploredDefault = exploredLibrary.default;`, variable: "exploredDefault" };
}

/** What the page does, and when: what a schedule decides, after what the trace has before it. */
export function stepsOf(schedule: string, trace: readonly TraceStep[]): readonly ReproducedStep[] {
  const words = schedule.split(" ").filter((word) => word !== "connecting");
  const taken = words.flatMap((word, index) => {
    const [, kind = ""] = word.split(".");
    const step = trace[index];
    return step === undefined ? [] : [{ kind, step }];
  });
  const order = asLateAsPossible(taken);
  return order.flatMap(({ kind, step }, index) => {
    if (!isDecided(kind)) return [];
    const before = order.slice(0, index).map((one) => one.step);
    const done = { a: doneBy("a", before), b: doneBy("b", before) };
    return [{ side: step.who, kind: kind as ReproducedStep["kind"], arriving: arrivingIn(step), done }];
  });
}

interface TakenStep {
  readonly kind: string;
  readonly step: TraceStep;
}

// The browser's own tasks come in its own time.
function isDecided(kind: string): boolean {
  return !kind.startsWith("task");
}

/**
 * The same schedule, for all that either side notices: what sends nothing comes right before the side's next step. A browser
 * would not wait that long between two steps of a side.
 */
function asLateAsPossible(steps: readonly TakenStep[]): readonly TakenStep[] {
  const order = [...steps];
  for (let index = order.length - 2; index >= 0; index--) {
    const moved = order[index] as TakenStep;
    const sends = moved.step.effects.some((effect) => effect.startsWith("sends "));
    if (!isDecided(moved.kind) || sends) continue;
    const next = order.findIndex(({ step }, at) => at > index && step.who === moved.step.who);
    if (next < 0) continue;
    order.splice(index, 1);
    order.splice(next - 1, 0, moved);
  }
  return order;
}

function arrivingIn(step: TraceStep): MessageKind | null {
  if (step.received.length === 0) return null;
  const kinds = step.received.map(kindOfName);
  return kinds.filter((kind) => kind !== "candidate").at(-1) ?? "candidate";
}

// What a page can see: calls, states, messages that are no candidates.
function doneBy(side: "a" | "b", steps: readonly TraceStep[]): readonly string[] {
  return steps
    .filter(({ who }) => who === side)
    .flatMap(({ calls, effects }) => [...calls, ...effects.flatMap(doneIn)]);
}

function doneIn(effect: string): readonly string[] {
  if (/^(stable|have-(local|remote)-(offer|pranswer))$/.test(effect)) return [effect];
  const [, name] = /^sends (.*)$/.exec(effect) ?? [];
  const kind = name === undefined ? "candidate" : kindOfName(name);
  return kind === "candidate" ? [] : [`sends ${kind}`];
}
