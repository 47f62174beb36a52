import type { Direction } from "../../sdp/description/direction.ts";
import type { Act } from "../world.ts";

/** Adds a transceiver. */
export function addsTransceiver(kind: "audio" | "video" = "audio"): Act {
  return { call: { method: "addTransceiver", trackOrKind: kind } };
}

/** Adds a track, which a transceiver of the other peer's may come to carry. */
export function addsTrack(id: string, kind: "audio" | "video" = "audio"): Act {
  return { call: { method: "addTrack", track: { id, kind }, streams: ["s"] } };
}

/** Sets the direction of the n-th transceiver that this peer has added. */
export function setsDirection(direction: Direction, ownTransceiver = 0): Act {
  return { call: { method: "setDirection", transceiver: 0, direction }, ownTransceiver };
}

/** Stops the n-th transceiver that this peer has added. */
export function stops(ownTransceiver = 0): Act {
  return { call: { method: "stop", transceiver: 0 }, ownTransceiver };
}

/** Removes the track of the n-th transceiver that this peer has added. */
export function removesTrack(ownTransceiver = 0): Act {
  return { call: { method: "removeTrack", transceiver: 0 }, ownTransceiver };
}

export const restartsIce: Act = { call: { method: "restartIce" } };

export const createsDataChannel: Act = { call: { method: "createDataChannel", label: "" } };

export const closes: Act = { call: { method: "close" } };

/** Adds a transceiver for audio. */
export const audio = addsTransceiver();
