import { failure, type Result, success } from "../../result.ts";
import { excessIn, type JsonBounds, parseJson } from "../../trace/json.ts";
import { requestBounds } from "./limits.ts";

/** The id of a request; null where it is missing. */
export type Id = string | number | null;

/** A request as the client sent it: every member may be anything, or missing. */
export interface Request {
  readonly id?: unknown;
  readonly op?: unknown;
  readonly session?: unknown;
  readonly connection?: unknown;
  readonly input?: unknown;
  readonly brief?: unknown;
  readonly options?: unknown;
  readonly description?: unknown;
  readonly sdp?: unknown;
  readonly state?: unknown;
  readonly side?: unknown;
  readonly type?: unknown;
  readonly profile?: unknown;
  readonly message?: unknown;
  readonly call?: unknown;
  readonly observed?: unknown;
  readonly tolerate?: unknown;
  readonly rtcpMuxPolicy?: unknown;
  readonly maxSdpLength?: unknown;
}

const excesses: Readonly<Record<keyof JsonBounds, string>> = {
  maxDepth: `the line is nested more than ${requestBounds.maxDepth} levels deep`,
  maxValues: `the line holds more than ${requestBounds.maxValues} values`,
};

/** The request that a line holds. */
export function readRequest(line: string): Result<Request> {
  const excess = excessIn(line, requestBounds);
  if (excess !== null) return failure(excesses[excess]);
  const value = parseJson(line);
  if (value === undefined) return failure("the line is not JSON");
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return failure("the line is not a JSON object");
  }
  return success(value);
}

/** The id to answer with: the request's own, null where it is missing; undefined where the value cannot be an id. */
export function idOf({ id = null }: Request): Id | undefined {
  return id === null || typeof id === "string" || Number.isFinite(id) ? (id as Id) : undefined;
}
