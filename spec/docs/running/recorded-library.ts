// The library, which also reports the calls that the guide's class makes of it, in the words of the sequence diagrams.
// Loaded in place of "jsep-machine" by the class.
import * as library from "../../../src/entries/index.ts";

export * from "../../../src/entries/index.ts";

let report: (line: string) => void = () => {};
let last = "";

/** Who hears of the calls. */
export function onCall(listener: (line: string) => void): void {
  report = listener;
}

export function step(session: library.Session, call: library.Call): library.Outcome {
  const description = "description" in call ? (call.description as { type?: string } | undefined) : undefined;
  const outcome = library.step(session, call);
  const asked = `pc -> jsep: step(${call.method}(${description?.type ?? ""}))`;
  // The class asks twice, at once and when the call's turn has come: the diagrams show it once.
  if (asked !== last) reported(asked, outcome);
  return outcome;
}

export function offerCreated(session: library.Session, sdp: string) {
  return created(library.offerCreated(session, sdp), "offerCreated", sdp);
}

export function answerCreated(session: library.Session, sdp: string) {
  return created(library.answerCreated(session, sdp), "answerCreated", sdp);
}

export function operationFailed(...[session, side, type, message]: Parameters<typeof library.operationFailed>) {
  const outcome = library.operationFailed(session, side, type, message);
  return reported(`pc -> jsep: operationFailed(${side} ${type})`, outcome);
}

function created<Outcome extends library.Outcome>(outcome: Outcome, name: string, sdp: string): Outcome {
  return reported(`pc -> jsep: ${name}(${sdp === "" ? '""' : "sdp"})`, outcome);
}

function reported<Outcome extends library.Outcome>(asked: string, outcome: Outcome): Outcome {
  last = asked;
  report(asked);
  report(`jsep --> pc: ${answer(outcome)}`);
  return outcome;
}

function answer(outcome: library.Outcome): string {
  if (outcome.kind === "rejected") return `rejected: ${outcome.rejection.error}`;
  if (outcome.kind === "create") return `create ${outcome.type}`;
  return `applied${outcome.rolledBack === null ? "" : ", with rolledBack"}`;
}
