// Runs vectors against the public functions, as a runner in another language would.
import {
  createSession,
  nextSignalingState,
  type Outcome,
  setRemoteDescription,
  step,
} from "../../../src/entries/index.ts";
import { parseSdp } from "../../../src/entries/sdp.ts";
import { createAndSet, set } from "./calls.ts";
import { runConnections } from "./connections.ts";
import { expanded } from "./expanded.ts";
import { matches } from "./matches.ts";
import type { ContentCase, Refusal, SessionCase, SyntaxCase, Transition, VectorCase, VectorFile } from "./vectors.ts";

/** What is wrong, case by case; nothing where all is well. */
export function failuresIn(file: VectorFile): readonly string[] {
  return file.cases.flatMap((vector) => failureOf(vector, file) ?? []);
}

/** What is wrong with one case; null where all is well. */
export function failureOf(vector: VectorCase, file: VectorFile): string | null {
  const run = runners[file.vectors];
  if (run === undefined) return `no runner for ${file.vectors}`;
  try {
    run(expanded(vector, file.sdp ?? {}) as never, file);
    return null;
  } catch (error) {
    return `${vector.id}: ${error instanceof Error ? error.message : error}`;
  }
}

const runners: Readonly<Record<string, (vector: never, file: VectorFile) => void>> = {
  transitions: runTransition,
  "web-idl": runSession,
  sequences: runSession,
  "sdp-syntax": runSyntax,
  "sdp-content": runContent,
  connection: runConnections,
};

function runTransition({ profile, state, side, type, description, ...then }: Transition, file: VectorFile): void {
  matches(nextSignalingState(state, side, type, profile), then.next);
  let session = createSession({ profile, sdp: "opaque" });
  for (const call of file.reach?.[state] ?? []) session = step(session, call).session;
  const outcome = set(session, side, description);
  matches(outcome, { ...verdictOf(then.rejection, file), session: { signalingState: then.signalingState } });
  matches(outcome.kind === "applied" && outcome.rolledBack !== null, then.implicitRollback);
}

function runSession({ options, calls }: SessionCase, file: VectorFile): void {
  let session = createSession(options);
  matches(session, file.newSession ?? {});
  for (const call of calls) {
    const outcome = step(session, call);
    if (call.expected === undefined) matches(outcome.kind, "applied");
    else {
      const { rejection, ...expected } = call.expected;
      const refusal = rejection === undefined ? {} : verdictOf(rejection, file);
      matches(outcome, { ...withoutMention(outcome), session, ...refusal, ...expected });
    }
    session = outcome.session;
  }
}

// What is so where a case does not mention it.
function withoutMention({ kind }: Outcome): object {
  if (kind === "create") return { effects: [] };
  return kind === "rejected" ? { effects: [], rolledBack: null } : { rolledBack: null };
}

function runSyntax({ sdp, rejection }: SyntaxCase, file: VectorFile): void {
  matches(parseSdp(sdp).ok, rejection === null);
  const outcome = setRemoteDescription(createSession(), { type: "offer", sdp });
  if (rejection !== null) matches(outcome, verdictOf(rejection, file));
}

function runContent({ options, before, rejection, ...last }: ContentCase, file: VectorFile): void {
  let session = createSession(options);
  for (const description of before) {
    const outcome = createAndSet(session, description);
    matches(outcome.kind, "applied");
    session = outcome.session;
  }
  matches(createAndSet(session, last), verdictOf(rejection, file));
}

function verdictOf(rejection: Refusal, { references }: VectorFile): object {
  if (rejection === null) return { kind: "applied" };
  const reference = references[rejection.reference];
  return { kind: "rejected", rejection: { rule: null, ...rejection, reference } };
}
