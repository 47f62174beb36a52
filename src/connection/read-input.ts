import type { RunCall } from "./calls/arguments/arguments.ts";
import { type EncodingInit, toEncodingInits } from "./calls/arguments/send-encodings.ts";
import { readCalls } from "./calls/methods.ts";
import { readArguments } from "./calls/read-arguments.ts";
import type { LocalCandidate } from "./candidate.ts";
import type { CallId, ConnectionInput, MethodName } from "./input.ts";

/** An input that was read: plain data, and what a call does. */
export type ReadInput =
  | Exclude<ConnectionInput, { readonly type: "call" | "send-encodings" }>
  | { readonly type: "send-encodings"; readonly transceiver: number; readonly encodings: readonly EncodingInit[] }
  | { readonly type: "call"; readonly call: CallId; readonly run: RunCall };

/** Reads an input, which may be anything: each member once. Null where it is no input. */
export function readConnectionInput(input: unknown): ReadInput | null {
  try {
    if (typeof input !== "object" || input === null) return null;
    const members = { ...(input as Record<string, unknown>) };
    return members.type === "call" ? readCall(members) : readReport(members);
  } catch {
    return null;
  }
}

function readCall(members: Record<string, unknown>): ReadInput | null {
  const { call, method } = members;
  if (typeof call !== "string" && !(typeof call === "number" && Number.isFinite(call))) return null;
  if (typeof method !== "string" || !Object.hasOwn(readCalls, method)) return null;
  return { type: "call", call, run: readArguments(method as MethodName, members) };
}

function readReport(members: Record<string, unknown>): ReadInput | null {
  const { type, operation, task, sdp, transceiver, flows, message, error } = members;
  switch (type) {
    case "created":
      return isNumberOfOurs(operation) && typeof sdp === "string" ? { type, operation, sdp } : null;
    case "applied":
    case "reaction":
      return isNumberOfOurs(operation) ? { type, operation } : null;
    case "failed": {
      if (!isNumberOfOurs(operation)) return null;
      const text = typeof message === "string" ? message : "no reason was given";
      return error === "InvalidModificationError"
        ? { type, operation, message: text, error }
        : { type, operation, message: text };
    }
    case "task":
      return isNumberOfOurs(task) ? { type, task } : null;
    case "media":
      return isNumberOfOurs(transceiver) && typeof flows === "boolean" ? { type, transceiver, flows } : null;
    case "send-encodings": {
      const encodings = toEncodingInits(members.encodings);
      return isNumberOfOurs(transceiver) && encodings.ok ? { type, transceiver, encodings: encodings.value } : null;
    }
    case "data-channel-opened":
      return isNumberOfOurs(members.id) ? { type, id: members.id } : null;
    case "data-channel-closed":
      return isNumberOfOurs(members.channel) ? { type, channel: members.channel } : null;
    case "gathered":
      return readGathered(members.candidate);
    case "negotiation-needed":
      return { type };
    default:
      return null;
  }
}

function readGathered(value: unknown): ReadInput | null {
  if (typeof value !== "object" || value === null) return null;
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = value as LocalCandidate;
  const texts: readonly unknown[] = [candidate, sdpMid, usernameFragment];
  if (!texts.every((text) => typeof text === "string") || !isNumberOfOurs(sdpMLineIndex)) return null;
  return { type: "gathered", candidate: Object.freeze({ candidate, sdpMid, sdpMLineIndex, usernameFragment }) };
}

function isNumberOfOurs(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
