/** A whole number from 0 up to, but not including, the limit. */
export type Random = (limit: number) => number;

/** Numbers that look random, the same ones for the same seed: a linear congruential generator. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
