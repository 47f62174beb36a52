import type { Act } from "../world.ts";

/** Adds a transceiver. */
export function addTransceiver(kind: "audio" | "video" = "audio"): Act {
  return { call: { method: "addTransceiver", trackOrKind: kind } };
}

/** Adds a track, which a transceiver of the other peer's may come to carry. */
export function addTrack(id: string, kind: "audio" | "video" = "audio"): Act {
  return { call: { method: "addTrack", track: { id, kind }, streams: ["s"] } };
}
