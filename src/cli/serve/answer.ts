import { failure, type Result, success } from "../../result.ts";
import { quote } from "../../sdp/text/quote.ts";
import { type Call, step } from "../../session/step.ts";
import { nextSignalingState } from "../../signaling/next-signaling-state.ts";
import type { ProfileName } from "../../signaling/profile.ts";
import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import { specifications } from "../../specifications.ts";
import { jsonText } from "../json-text.ts";
import { briefOutcome } from "./brief-outcome.ts";
import { checkRequest } from "./check-request.ts";
import type { Client } from "./client.ts";
import { judgeRequest } from "./judge-request.ts";
import { type Id, idOf, type Request, readRequest } from "./request.ts";
import { stepRequest } from "./step-request.ts";

const hello = { version: 1, specifications };

/** The operations that are calls on a session. */
export const callOperations: readonly Call["method"][] = [
  "setLocalDescription",
  "setRemoteDescription",
  "offerCreated",
  "answerCreated",
  "operationFailed",
  "close",
];

/** The answer to a line, as JSON. What is unusable gives a fault and changes nothing. */
export function answer(client: Client, line: Result<string>): string {
  if (!line.ok) return fault(null, line.reason);
  const request = readRequest(line.value);
  if (!request.ok) return fault(null, request.reason);
  const id = idOf(request.value);
  if (id === undefined) return fault(null, "id must be a string, a number or null");
  const reply = replyTo(client, request.value, line.value.length);
  return reply.ok ? jsonText({ id, ...reply.value }) : fault(id, reply.reason);
}

function fault(id: Id, reason: string): string {
  return jsonText({ id, fault: reason });
}

// The members of the answer besides its id; the reason is why the request is unusable.
function replyTo(client: Client, request: Request, length: number): Result<object> {
  const { sessions } = client;
  switch (request.op) {
    case "hello":
      return success(hello);
    case "next":
      return success({ state: next(request) });
    case "create":
      return createNamed(client, request, length);
    case "drop":
      return dropNamed(client, request);
    case "step":
      return stepRequest(client.connections, request);
    case "check":
      return checkRequest(sessions, request);
    case "judge":
      return judgeRequest(sessions, request);
    default:
      return callOnSession(client, request);
  }
}

// A session or a connection, whichever is named.
function createNamed({ sessions, connections }: Client, request: Request, length: number): Result<object> {
  const { session, connection, options } = request;
  if (connection === undefined) return sessions.open(session, options, length);
  return session === undefined ? connections.open(connection, options, length) : twoNames;
}

function dropNamed({ sessions, connections }: Client, { session, connection }: Request): Result<object> {
  if (connection === undefined) return sessions.drop(session);
  return session === undefined ? connections.drop(connection) : twoNames;
}

const twoNames = failure("the request must name a session or a connection, not both");

function next({ state, side, type, profile }: Request): SignalingState | null {
  return nextSignalingState(state as SignalingState, side as Side, type as SdpType, profile as ProfileName | undefined);
}

// The arguments are taken from the request as they are: the library judges junk too.
function callOnSession({ sessions }: Client, request: Request): Result<object> {
  const { op } = request;
  if (typeof op !== "string") return failure("op must be a string");
  const method = callOperations.find((name) => name === op);
  if (method === undefined) return failure(`unknown op: ${quote(op)}`);
  const outcome = sessions.call(request.session, (session) => step(session, { ...request, method } as Call));
  if (!outcome.ok) return outcome;
  return success({ outcome: request.brief === true ? briefOutcome(outcome.value) : outcome.value });
}
