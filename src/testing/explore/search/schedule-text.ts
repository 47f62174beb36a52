import type { PairChoice, SideName } from "./both-sides.ts";

/** A schedule as a text of one word a choice: "a.act a.task b.deliver". */
export function scheduleText(choices: readonly PairChoice[]): string {
  return choices.map(word).join(" ");
}

function word(choice: PairChoice): string {
  if (choice.kind !== "turn") return `${choice.side}.${choice.kind}`;
  const { kind } = choice.choice;
  const index = choice.choice.kind === "task" && choice.choice.index > 0 ? choice.choice.index : "";
  return `${choice.side}.${kind}${index}`;
}

/** The choices of such a text; null for any other text. */
export function readSchedule(text: string): readonly PairChoice[] | null {
  const words = text.split(/\s+/).filter((part) => part !== "");
  const choices = words.map(choiceOf);
  return choices.some((choice) => choice === null) ? null : (choices as readonly PairChoice[]);
}

function choiceOf(text: string): PairChoice | null {
  const [, side, kind, index] = /^([ab])\.(deliver|duplicate|lose|act|close|timer|task)(\d*)$/.exec(text) ?? [];
  if (side === undefined || kind === undefined) return null;
  const name = side as SideName;
  if (kind === "deliver" || kind === "duplicate" || kind === "lose") return { side: name, kind };
  if (kind === "task") return { side: name, kind: "turn", choice: { kind, index: Number(index ?? 0) } };
  return { side: name, kind: "turn", choice: { kind: kind as "act" | "close" | "timer" } };
}
