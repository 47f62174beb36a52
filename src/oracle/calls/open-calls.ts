import { type CallName, callNames } from "../evidence/trace-event.ts";
import { frozen } from "../frozen.ts";
import {
  appended,
  type CallList,
  callOfId,
  callsFrom,
  emptyList,
  leftWithout,
  type OpenCall,
  oldestFrom,
} from "./call-list.ts";

/**
 * The calls that are not settled. Those that close() overtook are among them: they must never settle. Neither one more
 * nor one less costs more where there are many.
 */
export interface OpenCalls {
  /** How many calls were made. */
  readonly made: number;
  /** The calls before this one are overtaken, calls of close() aside. */
  readonly overtakenBefore: number;
  readonly lists: Readonly<Record<CallName, CallList>>;
}

/** No calls. */
export const noCalls: OpenCalls = frozen({
  made: 0,
  overtakenBefore: 0,
  lists: {
    createOffer: emptyList,
    createAnswer: emptyList,
    setLocalDescription: emptyList,
    setRemoteDescription: emptyList,
    close: emptyList,
  },
});

/** The calls with one more. */
export function withCall({ made, overtakenBefore, lists }: OpenCalls, call: Omit<OpenCall, "order">): OpenCalls {
  const list = appended(lists[call.call], { ...call, order: made });
  return { made: made + 1, overtakenBefore, lists: { ...lists, [call.call]: list } };
}

/** The calls without that one. */
export function withoutCall(calls: OpenCalls, call: OpenCall): OpenCalls {
  const { lists } = calls;
  return { ...calls, lists: { ...lists, [call.call]: leftWithout(lists[call.call], call) } };
}

/** The calls after close() has overtaken all but those of close(). */
export function withAllOvertaken(calls: OpenCalls): OpenCalls {
  return { ...calls, overtakenBefore: calls.made };
}

/**
 * The call of that method and number that is open, and not overtaken; without a number the oldest of the method. Null
 * where no call fits.
 */
export function openCall(calls: OpenCalls, name: CallName, id: number | null): OpenCall | null {
  if (id === null) return oldestFrom(calls.lists[name], firstOpen(calls, name));
  const call = callOfId(calls.lists[name], id);
  return call === null || isOvertaken(calls, call) ? null : call;
}

/** The same among the calls that close() overtook. */
export function overtakenCall(calls: OpenCalls, name: CallName, id: number | null): OpenCall | null {
  const list = calls.lists[name];
  const call = id === null ? oldestFrom(list, 0) : callOfId(list, id);
  return call !== null && isOvertaken(calls, call) ? call : null;
}

function isOvertaken(calls: OpenCalls, { call, order }: OpenCall): boolean {
  return order < firstOpen(calls, call);
}

// The order from which on calls of that method are not overtaken.
function firstOpen({ overtakenBefore }: OpenCalls, name: CallName): number {
  return name === "close" ? 0 : overtakenBefore;
}

/** A call that has its place among the steps. */
export type PlacedCall = OpenCall & { readonly index: number };

/** Has the call its place? */
export function isPlaced(call: OpenCall): call is PlacedCall {
  return call.index !== null;
}

/** The open calls of these methods that have their place among the steps, in its order. */
export function placedCalls(calls: OpenCalls, names: readonly CallName[] = callNames): readonly PlacedCall[] {
  return names
    .flatMap((name) => callsFrom(calls.lists[name], firstOpen(calls, name)))
    .filter(isPlaced)
    .sort((one, other) => one.index - other.index);
}

/** The oldest set call that is open and not before that order; null where none is. */
export function oldestSetCall(calls: OpenCalls, order: number): OpenCall | null {
  const [local, remote] = setCalls.map((name) =>
    oldestFrom(calls.lists[name], Math.max(order, firstOpen(calls, name))),
  );
  if (!local || !remote) return local ?? remote ?? null;
  return local.order < remote.order ? local : remote;
}

const setCalls = ["setLocalDescription", "setRemoteDescription"] as const;

/** Is a set call open? */
export function isBusy(calls: OpenCalls): boolean {
  return setCalls.some((name) => isOpen(calls, name));
}

/** Is a call of createOffer() or createAnswer() open? */
export function isCreating(calls: OpenCalls): boolean {
  return isOpen(calls, "createOffer") || isOpen(calls, "createAnswer");
}

function isOpen(calls: OpenCalls, name: CallName): boolean {
  return openCall(calls, name, null) !== null;
}
