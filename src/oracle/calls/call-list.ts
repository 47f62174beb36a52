import type { SignalingState } from "../../signaling/transition-table.ts";
import type { RecordedArgument } from "../evidence/argument.ts";
import type { CallName } from "../evidence/trace-event.ts";
import type { KnownSession } from "../expected/known-session.ts";
import { frozen } from "../frozen.ts";
import { type Numbered, nextValue, noneNumbered, valueAt, valuesFrom, withValue } from "./numbered.ts";

/** A call that was made. */
export interface OpenCall {
  readonly call: CallName;
  /** Its place among all calls that were made, from 0. */
  readonly order: number;
  /** The number that its settlement repeats; null in a log, which has none. */
  readonly id: number | null;
  /** Its place among the steps; null for createOffer() and createAnswer(), which get theirs when they are settled. */
  readonly index: number | null;
  readonly time: number;
  readonly argument: RecordedArgument;
  /** What a call of close() found; null for other calls. */
  readonly closing: Closing | null;
  /** The state in which the operations chain executes it; null where no set call is before it, or where that is not known. */
  readonly turn: SignalingState | null;
}

/** What a call of close() found. */
export interface Closing {
  readonly before: KnownSession;
  /** Were calls under way? Then what is set by then, and which events are yet to fire, may be their doing. */
  readonly busy: boolean;
}

/** Calls of one method, to be found by their order and by their number: thousands may wait. */
export interface CallList {
  readonly byOrder: Numbered<OpenCall>;
  /** The order of the call of each number. Of a number that is used again, the later call's. */
  readonly orders: Numbered<number>;
}

/** No calls. */
export const emptyList: CallList = frozen({ byOrder: noneNumbered, orders: noneNumbered });

/** The list with one more call. */
export function appended({ byOrder, orders }: CallList, call: OpenCall): CallList {
  return {
    byOrder: withValue(byOrder, call.order, call),
    orders: call.id === null ? orders : withValue(orders, call.id, call.order),
  };
}

/** The list without that call. */
export function leftWithout({ byOrder, orders }: CallList, { order, id }: OpenCall): CallList {
  const isKnown = id !== null && valueAt(orders, id) === order;
  return {
    byOrder: withValue(byOrder, order, null),
    orders: isKnown ? withValue(orders, id, null) : orders,
  };
}

/** The call of that number; null where it is missing. */
export function callOfId({ byOrder, orders }: CallList, id: number): OpenCall | null {
  const order = valueAt(orders, id);
  return order === null ? null : valueAt(byOrder, order);
}

/** The oldest call that is not before that order; null where it is missing. */
export function oldestFrom({ byOrder }: CallList, order: number): OpenCall | null {
  return nextValue(byOrder, order);
}

/** The calls that are not before that order, oldest first. */
export function callsFrom({ byOrder }: CallList, order: number): readonly OpenCall[] {
  return valuesFrom(byOrder, order);
}
