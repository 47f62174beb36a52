/** A description that was refused: its name, and why. */
export type Refusal = readonly [name: string, reason: string];

/** What came of one group of descriptions. */
export interface Group {
  readonly title: string;
  readonly accepted: number;
  /** What was refused, whether rightly or not. */
  readonly refused: readonly Refusal[];
  /** One line for each that was judged wrongly. */
  readonly wrong: readonly string[];
}

/** The group in a line; below it what was refused, by the reason. */
export function linesOfGroup({ title, accepted, refused, wrong }: Group): string[] {
  const verdict = wrong.length === 0 ? "" : `, ${wrong.length} WRONGLY JUDGED`;
  const reasons = [...new Set(refused.map(([, reason]) => reason))];
  const namesOf = (reason: string) => refused.flatMap(([name, its]) => (its === reason ? [name] : []));
  return [
    `${title}: ${accepted} of ${accepted + refused.length} accepted${verdict}`,
    ...reasons.flatMap((reason) => [`  refused: ${reason}`, `    ${namesOf(reason).join(", ")}`]),
    ...wrong.map((line) => `  WRONG: ${line}`),
  ];
}
