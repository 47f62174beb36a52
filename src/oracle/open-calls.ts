import {
  appended,
  type CallList,
  callsIn,
  emptyList,
  isEmpty,
  listOf,
  type OpenCall,
  type Taken,
  takenFrom,
} from "./call-list.ts";
import { type CallName, callNames } from "./evidence/trace-event.ts";

/** Calls by their name. */
export type OpenCalls = Readonly<Record<CallName, CallList>>;

/** No calls. */
export const noCalls: OpenCalls = Object.freeze({
  createOffer: emptyList,
  createAnswer: emptyList,
  setLocalDescription: emptyList,
  setRemoteDescription: emptyList,
  close: emptyList,
});

/** The calls with one more. */
export function withCall(calls: OpenCalls, call: OpenCall): OpenCalls {
  return { ...calls, [call.call]: appended(calls[call.call], call) };
}

/** Takes the call of that name and number, or without a number the oldest of that name; null where no call fits. */
export function takeCall(calls: OpenCalls, name: CallName, id: number | null): Taken<OpenCalls> | null {
  const taken = takenFrom(calls[name], id);
  return taken && { call: taken.call, rest: { ...calls, [name]: taken.rest } };
}

/** All the calls of both, those of the first before those of the second. */
export function together(first: OpenCalls, second: OpenCalls): OpenCalls {
  const joined = callNames.map((name) => [name, listOf([...callsIn(first[name]), ...callsIn(second[name])])]);
  return Object.fromEntries(joined);
}

/** A call that has its place. */
export type PlacedCall = OpenCall & { readonly index: number };

/** Has the call its place? */
export function isPlaced(call: OpenCall): call is PlacedCall {
  return call.index !== null;
}

/** The calls that have their place, in its order: the set calls and close(). */
export function placedCalls(calls: OpenCalls): readonly PlacedCall[] {
  return callNames
    .flatMap((name) => callsIn(calls[name]))
    .filter(isPlaced)
    .sort((one, other) => one.index - other.index);
}

/** Is a set call among them? */
export function isBusy({ setLocalDescription, setRemoteDescription }: OpenCalls): boolean {
  return !isEmpty(setLocalDescription) || !isEmpty(setRemoteDescription);
}

/** Is a call of createOffer() or createAnswer() among them? */
export function isCreating({ createOffer, createAnswer }: OpenCalls): boolean {
  return !isEmpty(createOffer) || !isEmpty(createAnswer);
}
