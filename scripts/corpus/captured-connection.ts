import {
  createSession,
  type Outcome,
  profiles,
  type Rejection,
  type Session,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import type { TraceEvent } from "../../src/oracle/evidence/trace-event.ts";
import type { TracedConnection } from "../../src/trace/trace.ts";

/** One description of a log, judged. */
export interface Judged {
  readonly name: string;
  readonly refusal: Rejection | null;
  readonly refusedByChromium: boolean;
}

type Settled = Extract<TraceEvent, { kind: "settled" }>;

// Local descriptions in the captures were changed on purpose, too.
const profile = { ...profiles["webrtc-pc"], name: "captures", modificationCheck: "off" } as const;

/** Sets the descriptions of a log on one session, in the order in which the calls were settled. */
export function judgeConnection({ id, events }: TracedConnection): Judged[] {
  const open = new Map<string, unknown[]>();
  let session = createSession({ profile });
  return events.flatMap((event): Judged[] => {
    if (!("call" in event)) return [];
    const calls = open.get(event.call) ?? [];
    open.set(event.call, calls);
    if (event.kind === "call") calls.push(event.description);
    if (event.kind === "call") return [];
    const description = calls.shift() ?? event.description;
    const outcome = set(session, event, description);
    if (outcome === null) return [];
    session = outcome.session;
    const refusal = outcome.kind === "rejected" ? outcome.rejection : null;
    const { type } = description as { type?: unknown };
    const name = `${id} ${event.call} ${type}`;
    return [{ name, refusal, refusedByChromium: event.outcome === "rejected" }];
  });
}

/** Null where nothing is set: a call of another kind, or one whose SDP the log does not hold. */
function set(session: Session, { call }: Settled, description: unknown): Outcome | null {
  if (description === null || description === undefined) return null;
  if (call === "setLocalDescription") return setLocalDescription(session, description);
  return call === "setRemoteDescription" ? setRemoteDescription(session, description) : null;
}
