import type { PeerConnectionLike } from "../../peer-connection.ts";
import { quieted } from "../../thenable.ts";

/** What an implementation has around its descriptions. What it lacks is neither called nor compared. */
export interface Abilities {
  /** Can its transceivers be looked at? */
  readonly transceivers: boolean;
  /** Does it fire signalingstatechange events? */
  readonly signalingstatechange: boolean;
  /** Does it fire negotiationneeded events? */
  readonly negotiationneeded: boolean;
  /** Does it fire track events? */
  readonly track: boolean;
}

/** What a peer connection can do, by the members that it has. */
export function abilitiesOf(pc: PeerConnectionLike): Abilities {
  return {
    transceivers: hasMethod(pc, "getTransceivers") && hasMethod(pc, "addTransceiver"),
    signalingstatechange: hasMethod(pc, "addEventListener"),
    negotiationneeded: hasMember(pc, "onnegotiationneeded"),
    track: hasMember(pc, "ontrack"),
  };
}

/** Is there a method of that name? */
export function hasMethod(value: unknown, name: string): boolean {
  try {
    return typeof quieted(Reflect.get(Object(value), name)) === "function";
  } catch {
    return false;
  }
}

function hasMember(value: object, name: string): boolean {
  try {
    return name in value && hasMethod(value, "addEventListener");
  } catch {
    return false;
  }
}
