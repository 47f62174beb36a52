import { memberReader, nameAmong } from "./member-reader.ts";
import { callNames, callOutcomes, type TraceEvent } from "./trace-event.ts";

/**
 * An event as plain data, read once. What is odd in it beyond its kind, call and outcome is judged as it can be: a log
 * holds what its writer knew. A time that is no finite number counts as 0, and a message that is no text as missing.
 *
 * @throws TypeError where the value is no event
 */
export function readEvent(value: unknown): TraceEvent {
  const event = copied(value);
  const member = memberReader("follow", "event", event);
  const kind = member("kind", nameAmong(["attached", "call", "settled", "state"]));
  if (kind === "attached") memberReader("follow", "event.seen", (event as { readonly seen?: unknown }).seen);
  if (kind === "call" || kind === "settled") member("call", nameAmong(callNames));
  if (kind === "settled") member("outcome", nameAmong(callOutcomes));
  return withUsableWords(withUsableTime(event as TraceEvent));
}

function withUsableTime(event: TraceEvent): TraceEvent {
  return Number.isFinite(event.time) ? event : { ...event, time: 0 };
}

function withUsableWords(event: TraceEvent): TraceEvent {
  if (event.kind !== "settled" || event.message === null || typeof event.message === "string") return event;
  return { ...event, message: null };
}

function copied(value: unknown): unknown {
  try {
    return typeof value === "object" && value !== null ? { ...value } : value;
  } catch {
    throw new TypeError("follow: event cannot be read: a getter or a trap of it throws");
  }
}
