// What must come of every call of the seven captures, written by hand from reading the dumps and the specifications.
// Never derived from src/.
import { rowsOf } from "../../../cases/text-table.ts";

const basicCall = `
  connection | call            | before               | outcome  | state                | verdict      | code
  8-1        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-1        | remote answer   | have-local-offer     | applied  | stable               | conforms     |
  8-2        | remote offer    | stable               | applied  | have-remote-offer    | conforms     |
  8-2        | local answer    | have-remote-offer    | applied  | stable               | conforms     |
`;

const doubleAnswer = `
  connection | call            | before               | outcome  | state                | verdict      | code
  8-1        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-1        | remote answer   | have-local-offer     | applied  | stable               | conforms     |
  8-1        | remote answer   | stable               | rejected | stable               | illegal-call | answer-in-wrong-state
  8-2        | remote offer    | stable               | applied  | have-remote-offer    | conforms     |
  8-2        | local answer    | have-remote-offer    | applied  | stable               | conforms     |
`;

const glareImplicitRollback = `
  connection | call            | before               | outcome  | state                | verdict      | code
  8-1        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-1        | remote offer    | have-local-offer     | applied  | have-remote-offer    | conforms     |
  8-1        | local answer    | have-remote-offer    | applied  | stable               | conforms     |
  8-1        | local offer     | stable               | rejected | stable               | divergence   |
  8-1        | remote offer    | stable               | applied  | have-remote-offer    | conforms     |
  8-2        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-2        | remote answer   | have-local-offer     | applied  | stable               | conforms     |
  8-2        | remote answer   | stable               | rejected | stable               | illegal-call | answer-in-wrong-state
  8-2        | local offer     | stable               | applied  | have-local-offer     | conforms     |
`;

const mungedAndInvalidSdp = `
  connection | call            | before               | outcome  | state                | verdict      | code
  8-1        | local offer     | stable               | applied  | have-local-offer     | divergence   | local-description-modified
  8-1        | local rollback  | have-local-offer     | applied  | stable               | conforms     |
  8-2        | remote offer    | stable               | rejected | stable               | illegal-call | sdp-not-acceptable
  8-2        | remote offer    | stable               | rejected | stable               | illegal-call | sdp-not-acceptable
  8-2        | remote answer   | stable               | rejected | stable               | illegal-call | answer-in-wrong-state
  8-2        | remote offer    | stable               | applied  | have-remote-offer    | conforms     |
`;

const perfectNegotiationBusy = `
  connection | call            | before               | outcome  | state                | verdict      | code
  8-1        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-1        | remote offer    | have-local-offer     | applied  | have-remote-offer    | conforms     |
  8-1        | local answer    | have-remote-offer    | applied  | stable               | conforms     |
  8-1        | local offer     | stable               | rejected | stable               | divergence   |
  8-1        | remote offer    | stable               | applied  | have-remote-offer    | conforms     |
  8-1        | local answer    | have-remote-offer    | applied  | stable               | conforms     |
  8-1        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-1        | remote offer    | have-local-offer     | applied  | have-remote-offer    | conforms     |
  8-1        | local answer    | have-remote-offer    | applied  | stable               | conforms     |
  8-1        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-2        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-2        | remote answer   | have-local-offer     | applied  | stable               | conforms     |
  8-2        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-2        | remote answer   | have-local-offer     | applied  | stable               | conforms     |
  8-2        | local offer     | stable               | applied  | have-local-offer     | conforms     |
`;

const pranswerThenAnswer = `
  connection | call            | before               | outcome  | state                | verdict      | code
  8-1        | local offer     | stable               | applied  | have-local-offer     | conforms     |
  8-1        | remote pranswer | have-local-offer     | applied  | have-remote-pranswer | conforms     |
  8-1        | remote pranswer | have-remote-pranswer | applied  | have-remote-pranswer | conforms     |
  8-1        | local rollback  | have-remote-pranswer | rejected | have-remote-pranswer | illegal-call | rollback-from-pranswer
  8-1        | remote answer   | have-remote-pranswer | applied  | stable               | conforms     |
  8-2        | remote offer    | stable               | applied  | have-remote-offer    | conforms     |
  8-2        | local pranswer  | have-remote-offer    | applied  | have-local-pranswer  | conforms     |
  8-2        | local answer    | have-local-pranswer  | applied  | stable               | conforms     |
`;

// Five rounds from one side, then one from the other: all of it as the specifications say.
const offererRound = `
  local offer     | stable               | applied  | have-local-offer     | conforms     |
  remote answer   | have-local-offer     | applied  | stable               | conforms     |
`;
const answererRound = `
  remote offer    | stable               | applied  | have-remote-offer    | conforms     |
  local answer    | have-remote-offer    | applied  | stable               | conforms     |
`;
const renegotiateAndIceRestart = [
  "connection | call | before | outcome | state | verdict | code",
  ...roundsOf("8-1", [offererRound, offererRound, offererRound, offererRound, offererRound, answererRound]),
  ...roundsOf("8-2", [answererRound, answererRound, answererRound, answererRound, answererRound, offererRound]),
].join("\n");

function roundsOf(connection: string, rounds: readonly string[]): string[] {
  return rounds.flatMap((round) => round.trim().split("\n")).map((line) => `${connection} | ${line}`);
}

/** A capture: its name in spec/fixtures, what must come of each of its calls, and the totals. */
export interface Capture {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** How many of the calls are illegal, divergences, and not judged. */
  readonly found: readonly [illegalCalls: number, divergences: number, unjudged: number];
  /** The exit status of `replay`. */
  readonly status: 0 | 1;
}

/** The seven captures. */
export const captures: readonly Capture[] = [
  { name: "basic-call", rows: rowsOf(basicCall), found: [0, 0, 0], status: 0 },
  { name: "double-answer", rows: rowsOf(doubleAnswer), found: [1, 0, 0], status: 1 },
  { name: "glare-implicit-rollback", rows: rowsOf(glareImplicitRollback), found: [1, 1, 0], status: 1 },
  { name: "munged-and-invalid-sdp", rows: rowsOf(mungedAndInvalidSdp), found: [3, 1, 0], status: 1 },
  { name: "perfect-negotiation-busy", rows: rowsOf(perfectNegotiationBusy), found: [0, 1, 0], status: 1 },
  { name: "pranswer-then-answer", rows: rowsOf(pranswerThenAnswer), found: [1, 0, 0], status: 1 },
  { name: "renegotiate-and-ice-restart", rows: rowsOf(renegotiateAndIceRestart), found: [0, 0, 0], status: 0 },
];
