import type { Context } from "../../cases/sdp/given/contexts.ts";
import { verdict } from "../../cases/sdp/real-calls.ts";
import {
  answerCreated,
  createSession,
  type Outcome,
  offerCreated,
  type Session,
  type SessionOptions,
  step,
} from "../../src/entries/index.ts";

/** A description that is set on one side. */
export interface SetDescription {
  readonly side: "local" | "remote";
  readonly type: "offer" | "pranswer" | "answer";
  readonly sdp: string;
}

/** The descriptions whose setting, one after the other, fills the four slots like that. */
export function historyOf(slots: Context["session"]): readonly SetDescription[] {
  if (slots === undefined) return [];
  const { currentLocalDescription, currentRemoteDescription, pendingLocalDescription, pendingRemoteDescription } =
    slots;
  return [
    ...exchange(currentLocalDescription, currentRemoteDescription),
    ...exchange(pendingLocalDescription, pendingRemoteDescription),
  ];
}

type Slot = NonNullable<Context["session"]>["pendingLocalDescription"];

// The offer first, whichever side made it.
function exchange(local: Slot, remote: Slot): readonly SetDescription[] {
  const ofLocal = local === null ? [] : [{ side: "local", ...local } as const];
  const ofRemote = remote === null ? [] : [{ side: "remote", ...remote } as const];
  return local?.type === "offer" ? [...ofLocal, ...ofRemote] : [...ofRemote, ...ofLocal];
}

/** Sets it; a local one is created first. */
export function set(session: Session, { side, type, sdp }: SetDescription): Outcome {
  const description = { type, sdp };
  if (side === "remote") return step(session, { method: "setRemoteDescription", description });
  const created = type === "offer" ? offerCreated(session, sdp) : answerCreated(session, sdp);
  if (created.kind === "rejected") return created;
  return step(created.session, { method: "setLocalDescription", description });
}

/** The options; where the past itself went without rtcp-mux, under the policy that allows it. */
export function optionsFor(before: readonly SetDescription[], options: SessionOptions): SessionOptions {
  const negotiated: SessionOptions = { ...options, rtcpMuxPolicy: "negotiate" };
  const cameAbout = outcomesOf(before, options).every(({ kind }) => kind === "applied");
  return cameAbout ? options : negotiated;
}

/** The session on which all these were set; throws where one is refused. */
export function sessionAfter(before: readonly SetDescription[], options: SessionOptions): Session {
  const outcomes = outcomesOf(before, options);
  const refused = outcomes.find(({ kind }) => kind !== "applied");
  if (refused !== undefined) throw new Error(`A description set before is refused: ${verdict(refused)}`);
  return outcomes.at(-1)?.session ?? createSession(options);
}

function outcomesOf(before: readonly SetDescription[], options: SessionOptions): readonly Outcome[] {
  let session = createSession(options);
  return before.map((description) => {
    const outcome = set(session, description);
    session = outcome.session;
    return outcome;
  });
}
