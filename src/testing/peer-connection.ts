import {
  descriptionOf,
  errorOf,
  memberOf,
  type ObservedError,
  type ObservedSlots,
  type SeenDescription,
  slotsOf,
  stateOf,
} from "../oracle/evidence/plain-data.ts";
import { callNames, type Seen } from "../oracle/evidence/trace-event.ts";
import { slotNames } from "../signaling/description.ts";
import type { SignalingState } from "../signaling/transition-table.ts";
import { membersIn, quieted } from "./thenable.ts";

/**
 * What is needed of a peer connection: a browser's RTCPeerConnection has it, and so have those of other stacks. The
 * slots and the events are compared where the object has them.
 */
export interface PeerConnectionLike {
  readonly signalingState: string;
  readonly createOffer: (...args: never[]) => unknown;
  readonly createAnswer: (...args: never[]) => unknown;
  readonly setLocalDescription: (...args: never[]) => unknown;
  readonly setRemoteDescription: (...args: never[]) => unknown;
  readonly close: () => unknown;
}

/** The signaling state of a peer connection; one that no specification knows, or that cannot be read, counts as closed. */
export function signalingStateOf(pc: PeerConnectionLike): SignalingState {
  return stateOf(quieted(memberOf(pc, "signalingState")));
}

/**
 * What a peer connection is seen to be now.
 *
 * @param events whether its signalingstatechange events are listened to
 */
export function lookAt(pc: PeerConnectionLike, events: boolean): Seen {
  return { signalingState: signalingStateOf(pc), slots: exposedSlots(pc), events };
}

// Some stacks have undefined for null. A slot that cannot be read is not looked at, except on a closed connection: Firefox
// throws there, so that a script finds no description any more.
function exposedSlots(pc: PeerConnectionLike): ObservedSlots {
  const exposed = slotNames.flatMap((name) => {
    try {
      return name in pc ? [[name, seenDescription(quieted(Reflect.get(pc, name)))]] : [];
    } catch {
      return signalingStateOf(pc) === "closed" ? [[name, null]] : [];
    }
  });
  return slotsOf(Object.fromEntries(exposed));
}

function seenDescription(value: unknown): unknown {
  return membersIn(value, ["type", "sdp"]) ?? null;
}

/** The description that was created; null where the value is no description. */
export function createdDescription(value: unknown): SeenDescription | null {
  return descriptionOf(membersIn(value, ["type", "sdp"]));
}

/** The error that was thrown, whatever that is. */
export function thrownError(value: unknown): ObservedError {
  return errorOf(membersIn(value, ["name", "message", "errorDetail", "sdpLineNumber"]));
}

/**
 * Listens to the signalingstatechange events of a peer connection.
 *
 * @param hear is called with the state during each event
 * @returns a function that ends it; null where the object has no addEventListener
 */
export function hearStates(pc: PeerConnectionLike, hear: (state: SignalingState) => void): (() => void) | null {
  const target = pc as PeerConnectionLike & Partial<Record<`${"add" | "remove"}EventListener`, Listen>>;
  let ended = false;
  const listener = () => {
    if (!ended) hear(signalingStateOf(pc));
  };
  try {
    if (typeof target.addEventListener !== "function") return null;
    quieted(target.addEventListener("signalingstatechange", listener));
  } catch {
    return null;
  }
  return () => {
    // A listener that cannot be removed stays, and does nothing.
    ended = true;
    try {
      quieted(target.removeEventListener?.("signalingstatechange", listener));
    } catch {
      // As if there were no removeEventListener.
    }
  };
}

type Listen = (type: string, listener: () => void) => unknown;

/** What keeps a value from being a peer connection, in words; null where nothing does. */
export function missingIn(value: unknown): string | null {
  if ((typeof value !== "object" || value === null) && typeof value !== "function") {
    return `it is ${value === null ? "null" : typeof value}`;
  }
  const missing = ["signalingState", ...callNames].find((name) => !isMember(value, name));
  return missing === undefined ? null : `its member ${missing} is missing`;
}

// A platform that does not support a method may have it all the same, with undefined in its place.
function isMember(value: object, name: string): boolean {
  try {
    return name in value;
  } catch {
    return memberOf(value, name) !== undefined;
  }
}
