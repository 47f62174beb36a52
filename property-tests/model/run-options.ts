// The seed of every property: a run is the same run everywhere, and fast-check prints seed and path when one fails.
// Longer runs on other seeds: `npm run random`.
const seed = 9429;

/** The parameters of `fc.assert` for that many runs. */
export function runs(numRuns: number) {
  return { seed, numRuns };
}
