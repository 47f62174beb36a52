import type { Step } from "../../../oracle/verdict/step.ts";
import { allVerdictWords, isProblem, verdictWords } from "../../../report/verdict-words.ts";
import type { Style } from "../../style.ts";

const verdictColours: Readonly<Record<Step["verdict"], keyof Style>> = {
  conforms: "green",
  "illegal-call": "red",
  divergence: "yellow",
  "known-deviation": "dim",
  unjudged: "dim",
};

/** A verdict, in a few words, and how it is set off. */
export interface ShownVerdict {
  readonly words: string;
  readonly colour: keyof Style;
}

/** The words for a step's verdict, with their colour. */
export function shownVerdict(step: Step): ShownVerdict {
  return { words: verdictWords(step).name, colour: verdictColours[step.verdict] };
}

/** What the words mean that someone has to act on: of those that the steps have. */
export function legendOf(steps: readonly Step[]): readonly string[] {
  const met = new Set(steps.map(verdictWords));
  return allVerdictWords
    .filter((words) => met.has(words) && isProblem(words))
    .map(({ name, meaning }) => `${name}: ${meaning}`);
}
