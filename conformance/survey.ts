import { type SurveyReport, surveyImplementation } from "./library.ts";
import type { Settings } from "./results/recording.ts";
import { timeLimit } from "./stacks/stack.ts";

type Make = Parameters<typeof surveyImplementation>[0];

/** How a stack is explored. */
export interface SurveySettings extends Settings {
  /** How long to wait after each call, in ms, for what a stack may do later. */
  readonly pause: number;
}

/**
 * Explores a JavaScript stack, the same way wherever it runs. Bounded in runs: a bound in time would make the outcome depend on
 * the machine, and is there only for a stack that hangs.
 */
export function survey(make: Make, { seed, runs, pause }: SurveySettings): Promise<SurveyReport> {
  return surveyImplementation(make, { seed, runs, pause, timeLimit });
}
