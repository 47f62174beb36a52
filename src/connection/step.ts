import type { Connection, SteppedConnection } from "./connection.ts";
import type { ConnectionInput } from "./input.ts";
import { stepWith } from "./operations/take-input.ts";
import { readConnectionInput } from "./read-input.ts";

/**
 * What an input does to a connection, and what the stack has to do then, in order. Pure and total: an input that does not
 * fit (an operation that is not being executed, a task that is not the first, a value that is no input) is ignored, and
 * the connection is the very object given.
 *
 * @param connection the connection before, which stays as it is; a JSON copy will do
 * @param input what has happened
 * @throws TypeError where `connection` is not a connection
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export function stepConnection(connection: Connection, input: ConnectionInput): SteppedConnection {
  requireConnection(connection);
  return stepWith(connection, readConnectionInput(input));
}

function requireConnection(value: unknown): void {
  if (looksLikeConnection(value)) return;
  throw new TypeError(
    "step: the first argument must be a connection, made by createConnection() or step(), or a JSON copy of one",
  );
}

function looksLikeConnection(value: unknown): boolean {
  try {
    const { session, operations, next } = value as Connection;
    return typeof session.signalingState === "string" && typeof operations.first === "number" && next.operation >= 0;
  } catch {
    return false;
  }
}
