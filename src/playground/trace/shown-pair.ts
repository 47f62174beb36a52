import type { Session } from "../../session/session.ts";
import type { OpenedTrace, TracedMessage, TracedStep } from "./opened-trace.ts";
import { sessionAfter, unobservedSession } from "./sessions-along.ts";

/** The indices of the two connections that are shown. */
export type ConnectionPair = readonly [number, number];

/** Stands for the second one of a trace that has only one. */
const noConnection = -1;

/** The pair with another connection at one of its places. Where the other place had it, both change places. */
export function withConnection([first, second]: ConnectionPair, place: 0 | 1, chosen: number): ConnectionPair {
  if (place === 0) return [chosen, chosen === second ? first : second];
  return [chosen === first ? second : first, chosen];
}

/** Two connections of a trace, as they are stepped through. */
export interface ShownPair {
  readonly connections: ConnectionPair;
  readonly steps: readonly TracedStep[];
  /** Between these two; the indices are those of `steps`. */
  readonly messages: readonly TracedMessage[];
  /** Both sessions, before the first step and after each. */
  readonly sessions: readonly (readonly [Session, Session])[];
}

/** The two connections between which most messages went; else the first two. */
export function likeliestPair({ connections, messages, steps }: OpenedTrace): ConnectionPair {
  const counts = new Map<string, number>();
  for (const { from, connection } of messages) {
    const ends = [steps[from]?.connection ?? 0, connection].sort((one, other) => one - other).join();
    counts.set(ends, (counts.get(ends) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  const [first = 0, second = connections.length > 1 ? 1 : noConnection] = most?.[0].split(",").map(Number) ?? [];
  return [first, second];
}

/** What happened on two connections of a trace. */
export function shownPair(trace: OpenedTrace, connections: ConnectionPair): ShownPair {
  const kept = new Map<number, number>();
  const steps = trace.steps.filter(({ connection }, index) => {
    if (!connections.includes(connection)) return false;
    kept.set(index, kept.size);
    return true;
  });
  const messages = trace.messages.flatMap((message): TracedMessage[] => {
    const from = kept.get(message.from);
    const to = message.to === null ? null : kept.get(message.to);
    return from === undefined || to === undefined ? [] : [{ ...message, from, to }];
  });
  return { connections, steps, messages, sessions: sessionsOfPair(steps, connections) };
}

function sessionsOfPair(
  steps: readonly TracedStep[],
  connections: ConnectionPair,
): readonly (readonly [Session, Session])[] {
  let now: readonly [Session, Session] = [unobservedSession, unobservedSession];
  const sessions = [now];
  for (const step of steps) {
    const [one, other] = now;
    now = step.connection === connections[0] ? [sessionAfter(one, step), other] : [one, sessionAfter(other, step)];
    sessions.push(now);
  }
  return sessions;
}
