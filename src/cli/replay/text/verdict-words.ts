import type { Step } from "../../../oracle/verdict/step.ts";
import type { Style } from "../../style.ts";

/** A verdict, in a word or two, and how it is set off. */
export interface ShownVerdict {
  readonly words: string;
  readonly colour: keyof Style;
}

const words: Readonly<Record<Step["verdict"], ShownVerdict>> = {
  conforms: { words: "ok", colour: "green" },
  "illegal-call": { words: "ILLEGAL CALL", colour: "red" },
  divergence: { words: "DIVERGENCE", colour: "yellow" },
  "known-deviation": { words: "known deviation", colour: "dim" },
  unjudged: { words: "not judged", colour: "dim" },
};

/** The words for a step's verdict. */
export function shownVerdict({ verdict }: Step): ShownVerdict {
  return words[verdict];
}

/** What the words of the verdicts mean that someone has to act on. */
export const legend: readonly string[] = [
  "ILLEGAL CALL: the application asked for something that the rules forbid.",
  "DIVERGENCE: the implementation broke the rules.",
];
