import type { Step } from "../../oracle/verdict/step.ts";
import type { JudgedConnection } from "../../report/judging-connection.ts";
import { summarise } from "../../report/report.ts";
import type { Failure } from "../../result.ts";
import { jsonText } from "../json-text.ts";
import { endsOfPairs, type OtherEnd } from "./other-ends.ts";
import type { SelectedReport } from "./selected-connections.ts";

// docs/replay.schema.json describes all of this.
const version = 1;

/** A report as `replay --json` prints it: one line of JSON, in pieces. */
export function* reportJson(report: SelectedReport): Generator<string> {
  const { file, format, start, userAgent, connections, selected, summary, incomplete, pairs } = report;
  yield `{${membersText({ version, file, format })},"connections":[`;
  const endsOf = endsOfPairs(pairs, connections);
  for (const [index, place] of selected.entries()) {
    const connection = connections[place] as JudgedConnection;
    yield index === 0 ? "{" : ",{";
    yield* connectionMembers(connection, (step) => endsOf(place, step));
    yield "}";
  }
  yield `],${membersText({ summary, start, userAgent, ...(incomplete === null ? {} : { incomplete }) })}}\n`;
}

/** A report as `replay --ndjson` prints it: a line for each connection, and one that says why it is incomplete, if it is. */
export function* connectionLines(report: SelectedReport): Generator<string> {
  const { file, format, start, userAgent, connections, selected, incomplete, pairs } = report;
  const endsOf = endsOfPairs(pairs, connections);
  for (const place of selected) {
    const connection = connections[place] as JudgedConnection;
    yield `{${membersText({ version, file, format })},`;
    yield* connectionMembers(connection, (step) => endsOf(place, step));
    yield `,${membersText({ summary: summarise([connection]), start, userAgent })}}\n`;
  }
  if (incomplete !== null) yield `${jsonText({ version, file, incomplete })}\n`;
}

/** What `replay --ndjson` prints of a file that cannot be judged at all; nothing where it was only found in a folder. */
export function incompleteLine(file: string, { reason }: Failure<string>, isNamed: boolean): readonly string[] {
  return isNamed ? [`${jsonText({ version, file, incomplete: reason })}\n`] : [];
}

function* connectionMembers(
  { id, url, steps, hashes, unlogged }: JudgedConnection,
  endsOf: (step: number) => readonly OtherEnd[],
): Generator<string> {
  yield `${membersText({ id })},"steps":[`;
  for (const [place, step] of steps.entries()) {
    const description = hashes[place]?.set ?? null;
    const pairs = endsOf(place).map(({ connection, step: { index } }) => ({ connection, index }));
    yield `${place === 0 ? "" : ","}${jsonText({ ...stepMembers(step), description, pairs })}`;
  }
  yield `],${membersText({ url, unlogged })}`;
}

function membersText(members: object): string {
  return jsonText(members).slice(1, -1);
}

function stepMembers(step: Step): object {
  const { index, time, call, type, before, waited, expected, verdict, why, cause, differences } = step;
  const { fault, code, rule, reference } = step;
  const { outcome, message, signalingState } = step.observed;
  const observed = { outcome, message, signalingState };
  const judged = { time, call, type, before, expected, observed, verdict, fault, code, rule, reference };
  return { ...judged, index, waited, why, cause, differences };
}
