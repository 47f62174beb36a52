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
  return words.flatMap((word, index) => {
    const [side, kind] = word.split(".") as [ReproducedStep["side"], string];
    // The browser's own tasks come in its own time.
    if (kind.startsWith("task")) return [];
    const before = trace.slice(0, index);
    const done = { a: doneBy("a", before), b: doneBy("b", before) };
    return [{ side, kind: kind as ReproducedStep["kind"], arriving: arrivingIn(trace[index]), done }];
  });
}

function arrivingIn(step: TraceStep | undefined): MessageKind | null {
  if (step === undefined || step.received.length === 0) return null;
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
