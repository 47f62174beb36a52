import type { RecordedArgument } from "./evidence/argument.ts";
import type { CallName } from "./evidence/trace-event.ts";
import type { KnownSession } from "./expected/known-session.ts";
import { frozen } from "./frozen.ts";

/** A call that was made. */
export interface OpenCall {
  readonly call: CallName;
  /** The number that its settlement repeats; null in a log, which has none. */
  readonly id: number | null;
  /** Its place among the calls; null for createOffer() and createAnswer(), which get theirs when they are settled. */
  readonly index: number | null;
  readonly time: number;
  readonly argument: RecordedArgument;
  /** What a call of close() found; null for other calls. */
  readonly closing: Closing | null;
}

/** What a call of close() found. */
export interface Closing {
  readonly before: KnownSession;
  /** Were calls under way? Then what is set by then, and which events are yet to fire, may be their doing. */
  readonly busy: boolean;
}

/**
 * Calls in the order in which they were made. Thousands may wait: one more copies only the page that is being filled,
 * and the oldest is taken by counting.
 */
export interface CallList {
  /** The pages that are full, oldest first. */
  readonly full: readonly (readonly OpenCall[])[];
  /** The page that is being filled; empty only where the list is. */
  readonly filling: readonly OpenCall[];
  /** How many calls of the oldest page are taken already. */
  readonly taken: number;
}

const pageSize = 64;

/** No calls. */
export const emptyList: CallList = frozen({ full: [], filling: [], taken: 0 });

/** Is there no call in the list? */
export function isEmpty({ filling }: CallList): boolean {
  return filling.length === 0;
}

/** The list with one more call. */
export function appended({ full, filling, taken }: CallList, call: OpenCall): CallList {
  if (filling.length < pageSize) return frozen({ full, filling: [...filling, frozen(call)], taken });
  return frozen({ full: [...full, filling], filling: [call], taken });
}

/** The calls of a list, oldest first. */
export function callsIn({ full, filling, taken }: CallList): readonly OpenCall[] {
  return [...full.flat(), ...filling].slice(taken);
}

/** A call, and the list without it. */
export interface Taken<List> {
  readonly call: OpenCall;
  readonly rest: List;
}

/** Takes the call of that number, or without a number the oldest; null where no call fits. */
export function takenFrom(list: CallList, id: number | null): Taken<CallList> | null {
  const { full, filling, taken } = list;
  const page = full[0] ?? filling;
  const oldest = page[taken];
  if (oldest === undefined) return null;
  if (id !== null && oldest.id !== id) return takenFromTheMiddle(callsIn(list), id);
  if (taken + 1 < page.length) return { call: oldest, rest: frozen({ full, filling, taken: taken + 1 }) };
  if (full.length === 0) return { call: oldest, rest: emptyList };
  return { call: oldest, rest: frozen({ full: full.slice(1), filling, taken: 0 }) };
}

function takenFromTheMiddle(calls: readonly OpenCall[], id: number): Taken<CallList> | null {
  const call = calls.find((other) => other.id === id);
  if (call === undefined) return null;
  return { call, rest: listOf(calls.filter((other) => other !== call)) };
}

/** A list of these calls, oldest first. */
export function listOf(calls: readonly OpenCall[]): CallList {
  const pages: OpenCall[][] = [];
  for (let at = 0; at < calls.length; at += pageSize) pages.push(calls.slice(at, at + pageSize));
  return frozen({ full: pages.slice(0, -1), filling: pages.at(-1) ?? [], taken: 0 });
}
