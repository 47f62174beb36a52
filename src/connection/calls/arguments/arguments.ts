import { failure, type Result, success } from "../../../result.ts";
import type { MediaKind } from "../../../sdp/create/capabilities.ts";
import type { Draft } from "../../draft.ts";
import type { CallId, Track } from "../../input.ts";

/** A call as it comes in: a method and its arguments, which may be anything. Reading them may throw. */
export type RawCall = Readonly<Record<string, unknown>>;

/** What a call does once its arguments are converted. */
export type RunCall = (draft: Draft, call: CallId) => void;

/** What Web IDL makes of a call: what it does, or why its arguments cannot be converted. */
export type ReadCall = (call: RawCall) => Result<RunCall>;

/** The string that Web IDL makes of a value. @throws TypeError for a symbol */
export function toDOMString(value: unknown): string {
  return typeof value === "string" ? value : `${value}`;
}

/** The same for a member that may be null or left out. */
export function toNullableDOMString(value: unknown): string | null {
  return value === undefined || value === null ? null : toDOMString(value);
}

/** The unsigned short that Web IDL makes of a value; null for null and undefined. */
export function toNullableUnsignedShort(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  const number = Math.trunc(Number(value));
  return Number.isFinite(number) ? ((number % 65536) + 65536) % 65536 : 0;
}

/** The same where Web IDL enforces the range. @throws TypeError for what is not in it */
export function toEnforcedUnsignedShort(value: unknown): number | null {
  if (value === undefined) return null;
  const number = Math.trunc(Number(value));
  if (number >= 0 && number <= 65535) return number;
  throw new TypeError("an unsigned short is an integer from 0 to 65535");
}

/** Whether it can be converted to a dictionary. */
export function isDictionary(value: unknown): value is RawCall {
  return value === undefined || value === null || typeof value === "object" || typeof value === "function";
}

/** The ids of streams, left out or an array. */
export function toStreamIds(value: unknown): Result<readonly string[]> {
  if (value === undefined) return success([]);
  if (!Array.isArray(value)) return failure("the streams must be an array of ids");
  return success(value.map(toDOMString));
}

/** Whether it is a kind of media. */
export function isMediaKind(value: unknown): value is MediaKind {
  return value === "audio" || value === "video";
}

/** A track: its id and its kind. */
export function toTrack(value: unknown): Result<Track> {
  if (typeof value !== "object" || value === null) return failure("the track must be an object with an id and a kind");
  const { id, kind } = value as Partial<Track>;
  if (typeof id !== "string") return failure("the track's id must be a string");
  return isMediaKind(kind) ? success({ id, kind }) : failure("the track's kind must be audio or video");
}

/** A transceiver, by an id that the connection has given. */
export function toTransceiverId(value: unknown): Result<number> {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return success(value as number);
  return failure("the transceiver must be an id that the connection has given");
}
