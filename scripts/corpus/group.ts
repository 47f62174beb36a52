/** A description that is named in the output, with the reason: mostly one that was refused. */
export type Named = readonly [name: string, reason: string];

/** What came of one group of descriptions. */
export interface Group {
  readonly title: string;
  /** The figures of the heading. */
  readonly summary: string;
  /** What is named with a reason, whether rightly judged or not. */
  readonly named: readonly Named[];
  /** One line for each that was judged wrongly. */
  readonly wrong: readonly string[];
}

/** The summary of a group in which descriptions are accepted or refused, and the refused ones named. */
export function acceptedOf(all: number, refused: number): string {
  return `${all - refused} of ${all} accepted${refused === 0 ? "" : `, ${refused} refused`}`;
}

/** The group in a line; below it what is named, by the reason. */
export function linesOfGroup({ title, summary, named, wrong }: Group): string[] {
  const verdict = wrong.length === 0 ? "" : `, ${wrong.length} WRONGLY JUDGED`;
  const reasons = [...new Set(named.map(([, reason]) => reason))];
  const namesOf = (reason: string) => named.flatMap(([name, its]) => (its === reason ? [name] : []));
  return [
    `${title}: ${summary}${verdict}`,
    ...reasons.flatMap((reason) => [`  ${reason}`, `    ${namesOf(reason).join(", ")}`]),
    ...wrong.map((line) => `  WRONG: ${line}`),
  ];
}
