/** Only to see that everything still runs, in seconds: what is measured then means nothing. */
export const isShort = process.argv.includes("--short");

/** That number, or the one of a short run. */
export function sized(whole: number, short: number): number {
  return isShort ? short : whole;
}
