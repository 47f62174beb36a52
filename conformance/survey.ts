import { type SurveyReport, surveyImplementation } from "./library.ts";
import { type RunSettings, timeLimit } from "./stacks/stack.ts";

type Make = Parameters<typeof surveyImplementation>[0];

/** How a stack is explored. */
export interface SurveySettings extends RunSettings {
  /** How long to wait for late events after each call, in ms. */
  readonly pause: number;
}

/**
 * Explores a JavaScript stack, the same way wherever it runs. The bound is in runs, because a bound in time would make the
 * result depend on the machine; the time limit only ends a stack that hangs.
 */
export function survey(make: Make, { seed, runs, pause, overlapping = false }: SurveySettings): Promise<SurveyReport> {
  const sequences = overlapping ? "overlapping" : "awaited";
  return surveyImplementation(make, { seed, runs, pause, timeLimit, sequences });
}
