import type { Step } from "../../oracle/verdict/step.ts";
import type { JudgedConnection } from "../../report/judging-connection.ts";
import type { PairedSteps, StepPlace } from "../../report/paired-steps.ts";

/** Where a description that a step set was set on another connection. */
export interface OtherEnd {
  readonly connection: string;
  readonly step: Step;
}

/** A function that gives the other ends of a step, by the indices of its connection and of the step in it. */
export function endsOfPairs(
  pairs: readonly PairedSteps[],
  connections: readonly JudgedConnection[],
): (connection: number, step: number) => readonly OtherEnd[] {
  const ends = new Map<number, Map<number, OtherEnd[]>>();

  function add(from: StepPlace, to: StepPlace): void {
    const connection = connections[to.connection];
    const step = connection?.steps[to.step];
    if (connection === undefined || step === undefined) return;
    const ofConnection = ends.get(from.connection) ?? new Map<number, OtherEnd[]>();
    ends.set(from.connection, ofConnection);
    const known = ofConnection.get(from.step);
    const end = { connection: connection.id, step };
    if (known === undefined) ofConnection.set(from.step, [end]);
    else if (!known.some((other) => other.step === step)) known.push(end);
  }

  for (const { from, to } of pairs) {
    add(from, to);
    add(to, from);
  }
  return (connection, step) => ends.get(connection)?.get(step) ?? [];
}
