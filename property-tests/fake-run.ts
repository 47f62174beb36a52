import { createWorld } from "../src/entries/fake.ts";
import { checkImplementation, surveyImplementation } from "../src/entries/testing.ts";

const runsAtATime = 500;
// As long as it takes: a run that is cut off would have judged fewer calls than were asked for.
const timeLimit = 2 ** 31 - 1;

/** What the oracle found of the fake. */
export interface FakeJudged {
  readonly calls: number;
  readonly runs: number;
  /** The provisions that were exercised, and how often. */
  readonly provisions: ReadonlyMap<string, number>;
  /** A program for each deviation that was found. */
  readonly deviations: readonly string[];
}

/**
 * Judges the fake by the oracle, with `surveyImplementation` and `checkImplementation` in turn, until it has made so many
 * calls or a deviation is found. Each part has a world of its own, with the seed of the part.
 */
export async function judgeFake(
  wanted: { readonly calls: number; readonly seed: number },
  part: (calls: number) => void,
): Promise<FakeJudged> {
  const provisions = new Map<string, number>();
  const deviations: string[] = [];
  let [calls, runs] = [0, 0];
  for (let number = 0; calls < wanted.calls && deviations.length === 0; number += 1) {
    const seed = wanted.seed + number;
    const world = createWorld({ seed });
    const make = () => new world.RTCPeerConnection();
    const options = { seed, runs: Math.min(runsAtATime, wanted.calls - calls), timeLimit };
    const report = number % 2 === 0 ? await surveyed(make, options) : await checked(make, options);
    calls += report.calls;
    runs += report.runs;
    deviations.push(...report.deviations);
    for (const [provision, count] of Object.entries(report.provisions))
      provisions.set(provision, (provisions.get(provision) ?? 0) + count);
    part(calls);
  }
  return { calls, runs, provisions, deviations };
}

type Options = NonNullable<Parameters<typeof checkImplementation>[1]>;
type Make = Parameters<typeof checkImplementation>[0];

async function surveyed(make: Make, options: Options) {
  const { deviations, ...report } = await surveyImplementation(make, options);
  return { ...report, deviations: deviations.map(({ code, failure }) => `${code}\n${failure?.reproduction ?? ""}`) };
}

async function checked(make: Make, options: Options) {
  const { failure, ...report } = await checkImplementation(make, options);
  return { ...report, deviations: failure === null ? [] : [failure.reproduction] };
}
