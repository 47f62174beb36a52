import { type Connections, createConnections } from "./connections.ts";
import type { Limits } from "./limits.ts";
import { createSessions, type Sessions } from "./sessions.ts";

/** All that is held for a client. */
export interface Client {
  readonly sessions: Sessions;
  readonly connections: Connections;
}

/** A client that holds nothing. The limits are those of its sessions and connections together. */
export function createClient(limits: Limits): Client {
  const total = { count: 0, text: 0 };
  return { sessions: createSessions(limits, total), connections: createConnections(limits, total) };
}
