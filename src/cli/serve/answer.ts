import { nextSignalingState } from "../../signaling/next-signaling-state.ts";
import type { ProfileName } from "../../signaling/profile.ts";
import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import { specifications } from "../../specifications.ts";
import { briefly, calls } from "./call.ts";
import type { Line } from "./lines.ts";
import { type Id, idOf, quoted, type Request, readRequest } from "./request.ts";
import type { Sessions } from "./sessions.ts";

const done = { ok: true };
const hello = { version: 1, specifications };

/** The answer to a line, as JSON. What is unusable gives a fault and changes nothing. */
export function answer(sessions: Sessions, line: Line): string {
  if (typeof line !== "string") return fault(null, line.reason);
  const request = readRequest(line);
  if (typeof request === "string") return fault(null, request);
  const id = idOf(request);
  if (id === undefined) return fault(null, "id must be a string, a number or null");
  const said = carryOut(sessions, request, line.length);
  return typeof said === "string" ? fault(id, said) : JSON.stringify({ id, ...said });
}

function fault(id: Id, reason: string): string {
  return JSON.stringify({ id, fault: reason });
}

// What the answer says besides its id, or why the request is unusable.
function carryOut(sessions: Sessions, request: Request, length: number): object | string {
  switch (request.op) {
    case "hello":
      return hello;
    case "next":
      return { state: next(request) };
    case "create":
      return sessions.open(request.session, request.options, length) ?? done;
    case "drop":
      return sessions.drop(request.session) ?? done;
    default:
      return call(sessions, request);
  }
}

function next({ state, side, type, profile }: Request): SignalingState | null {
  return nextSignalingState(state as SignalingState, side as Side, type as SdpType, profile as ProfileName | undefined);
}

function call(sessions: Sessions, request: Request): object | string {
  const { op } = request;
  if (typeof op !== "string") return "op must be a string";
  const made = calls.get(op);
  if (made === undefined) return `unknown op: ${quoted(op)}`;
  const outcome = sessions.call(request.session, (session) => made(session, request));
  if (typeof outcome === "string") return outcome;
  return { outcome: request.brief === true ? briefly(outcome) : outcome };
}
