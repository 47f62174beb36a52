/** What a request may be told apart by; null where it has none. */
export type Id = string | number | null;

/** A request as the client sent it: every member may be anything, or missing. */
export interface Request {
  readonly id?: unknown;
  readonly op?: unknown;
  readonly session?: unknown;
  readonly brief?: unknown;
  readonly options?: unknown;
  readonly description?: unknown;
  readonly sdp?: unknown;
  readonly state?: unknown;
  readonly side?: unknown;
  readonly type?: unknown;
  readonly profile?: unknown;
  readonly message?: unknown;
}

/** The request that a line holds, or why it holds none. */
export function readRequest(line: string): Request | string {
  const value = parsed(line);
  if (value === undefined) return "the line is not JSON";
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "the line is not a JSON object";
  return value;
}

/** The id to answer with: the request's own, null where it has none; undefined where it cannot be one. */
export function idOf({ id = null }: Request): Id | undefined {
  return id === null || typeof id === "string" || Number.isFinite(id) ? (id as Id) : undefined;
}

/** A name out of a request, fit for a fault's message. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 64 ? `${name.slice(0, 64)}…` : name);
}

// JSON has no undefined.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
