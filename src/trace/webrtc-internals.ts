import { failure, type Result, success } from "../result.ts";
import { boundedLog } from "./bounded-log.ts";
import { isDeeperThan, isJsonObject, parseJson } from "./json.ts";
import { type JsonFault, type JsonListener, jsonScanner } from "./json-scanner.ts";
import { over, partialDump, type TraceLimits, type TraceStop, unreadableDump } from "./limits.ts";
import type { TextReader } from "./text-reader.ts";
import type { ConnectionListener, TraceListener } from "./trace.ts";

/**
 * Reads a "webrtc-internals dump", what Chromium's chrome://webrtc-internals page saves, of old and new versions. Of the
 * JSON text only one update at a time is kept: the statistics beside the updates can be long.
 */
export function webrtcInternalsReader(listener: TraceListener, limits: TraceLimits): TextReader {
  const log = boundedLog(listener, limits);
  /** How many of these are entered: the dump, its PeerConnections, one of them, its updateLog. */
  let level = 0;
  let hasConnections = false;
  let connection: ConnectionListener | null = null;
  let hasLog = false;
  let time = 0;
  let id: string | null = null;
  let isInConnection = false;
  let updateCount = 0;
  /** What is taken: an update, or a text about the dump or the connection. */
  let taking: "update" | "UserAgent" | "url" = "update";
  let stop: TraceStop | null = null;
  // Reported at the end only: where the text is not JSON, that comes first.
  let refusal: string | null = null;

  function stopWith(why: TraceStop | null): false {
    stop = why;
    return false;
  }

  function refuse(reason: string): "skip" {
    refusal ??= reason;
    return "skip";
  }

  function enterIf(isRight: boolean, reason: string): "enter" | "skip" {
    if (!isRight) return refuse(reason);
    level++;
    return "enter";
  }

  function take(what: typeof taking): "take" {
    taking = what;
    return "take";
  }

  function enterConnection(name: string, first: string): "enter" | "skip" | "stop" {
    if (first !== "{") return refuse(noLog);
    connection = log.connection(name);
    id = name;
    isInConnection = true;
    updateCount = 0;
    hasLog = false;
    if (connection !== null) return enterIf(true, noLog);
    stop = log.stop;
    return "stop";
  }

  function aboutTaken(text: string): true {
    const words = parseJson(text);
    if (typeof words !== "string") return true;
    if (taking === "url") connection?.url?.(words);
    else listener.userAgent?.(words);
    return true;
  }

  const updates: JsonListener = {
    value(first, key) {
      if (refusal !== null) return "skip";
      switch (level) {
        case 0:
          return enterIf(first === "{", notComplete);
        case 1:
          if (key === "UserAgent" && first === '"') return take("UserAgent");
          if (key !== "PeerConnections") return "skip";
          hasConnections = true;
          return enterIf(first === "{", noConnections);
        case 2:
          return enterConnection(key ?? "", first);
        case 3:
          if (key === "url" && first === '"') return take("url");
          if (key !== "updateLog") return "skip";
          hasLog = true;
          time = 0;
          return enterIf(first === "[", noLog);
        default:
          return first === "{" ? take("update") : refuse(noUpdate);
      }
    },
    taken(text) {
      if (taking !== "update") return aboutTaken(text);
      if (!log.line()) return stopWith(log.stop);
      updateCount++;
      const update = parseJson(text);
      if (!isJsonObject(update) || typeof update.type !== "string") {
        refuse(noUpdate);
        return true;
      }
      const value = loggedValue(update.value, limits.maxDepth);
      if (!value.ok) return stopWith(over("maxDepth", `an update is ${value.reason}`));
      time = timeOf(update) ?? time;
      const entry = { method: update.type, value: value.value, time };
      return connection === null || log.entry(connection, entry) || stopWith(log.stop);
    },
    left() {
      level--;
      if (level === 2) isInConnection = false;
      if (level === 2 && !hasLog) refuse(noLog);
      if (level === 0 && !hasConnections) refuse(noConnections);
    },
  };

  // The connections before the fault, and the beginning of the one that it is in, can be judged.
  function notJson(isAtEnd: boolean): TraceStop {
    if (!hasConnections || refusal !== null) return refused(notComplete);
    const fault = isAtEnd ? "cut off" : "damaged";
    return partialDump(`the webrtc-internals dump is ${fault} ${place()}: ${notComplete}`);
  }

  function place(): string {
    if (id === null) return "before its connections";
    if (!isInConnection) return `after connection ${id}`;
    return `in connection ${id}, after ${updateCount} update${updateCount === 1 ? "" : "s"}`;
  }

  function stopOf(fault: JsonFault | null, isAtEnd = false): TraceStop | null {
    switch (fault) {
      case null:
        return null;
      case "not-json":
        return notJson(isAtEnd);
      case "too-deep":
        return over("maxDepth", `the dump is ${tooDeep(limits.maxDepth)}`);
      case "too-long":
        return over("maxLineLength", `an update is longer than ${limits.maxLineLength} characters`);
      case "stopped":
        return stop;
    }
  }

  const scanner = jsonScanner({ maxDepth: limits.maxDepth, maxLength: limits.maxLineLength }, updates);
  return {
    push: (text) => stopOf(scanner.push(text)),
    end: () => stopOf(scanner.end(), true) ?? (refusal === null ? null : refused(refusal)),
    place,
  };
}

function refused(reason: string): TraceStop {
  return unreadableDump(`not a webrtc-internals dump: ${reason}`);
}

const notComplete = "the text is not a complete JSON object";
const noConnections = "PeerConnections is missing";
const noLog = "a connection without an updateLog";
const noUpdate = "an updateLog holds something other than updates";

// Newer dumps have a timestamp in ms, older ones a date as the browser's language writes it: where that cannot be
// read, the update counts as no later than the one before it.
function timeOf({ timestamp, time }: Record<string, unknown>): number | null {
  if (typeof timestamp === "number" && Number.isFinite(timestamp)) return timestamp;
  const parsed = typeof time === "string" ? Date.parse(time) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

// Mostly JSON in a string; states and descriptions of older versions, and messages, are bare.
function loggedValue(value: unknown, maxDepth: number): Result<unknown> {
  if (typeof value !== "string" || !value.startsWith("{")) return success(value);
  if (isDeeperThan(maxDepth, value)) return failure(tooDeep(maxDepth));
  const parsed = parseJson(value);
  return success(parsed === undefined ? value : parsed);
}

function tooDeep(maxDepth: number): string {
  return `nested more than ${maxDepth} levels deep`;
}
