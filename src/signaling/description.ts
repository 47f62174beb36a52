import type { SdpType, Side } from "./transition-table.ts";

/** The types of description that hold SDP: a rollback holds none, and is never stored. */
export type DescriptionType = Exclude<SdpType, "rollback">;

/** A session description as a slot holds it. */
export interface Description {
  readonly type: DescriptionType;
  readonly sdp: string;
}

/**
 * The four description slots of a peer connection.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export interface DescriptionSlots {
  readonly pendingLocalDescription: Description | null;
  readonly currentLocalDescription: Description | null;
  readonly pendingRemoteDescription: Description | null;
  readonly currentRemoteDescription: Description | null;
}

/** The slots of a new connection. */
export const noDescriptions: DescriptionSlots = /* @__PURE__ */ Object.freeze({
  pendingLocalDescription: null,
  currentLocalDescription: null,
  pendingRemoteDescription: null,
  currentRemoteDescription: null,
});

/** The name of a description slot. */
export type SlotName = keyof DescriptionSlots;

/** The names of the slots. */
export const slotNames = [
  "pendingLocalDescription",
  "currentLocalDescription",
  "pendingRemoteDescription",
  "currentRemoteDescription",
] as const satisfies readonly SlotName[];

/** The side opposite to a side. */
export function otherSide(side: Side): Side {
  return side === "local" ? "remote" : "local";
}
