import type { SdpType, Side, SignalingState } from "./transition-table.ts";
import { sdpTypes, sides, signalingStates } from "./transition-table.ts";

/** The method that sets a description on a side. */
export type SetMethod = "setLocalDescription" | "setRemoteDescription";

/** The name of an edge in the figure of RFC 9429 §3.2, such as `setLocal(OFFER)`. */
export type EdgeName = `${"setLocal" | "setRemote"}(${Uppercase<SdpType>})`;

/** The method that sets a description on that side. */
export function methodOf(side: Side): SetMethod {
  return side === "local" ? "setLocalDescription" : "setRemoteDescription";
}

/** The edge that a description of that type, set on that side, goes along. @see https://www.rfc-editor.org/rfc/rfc9429.html#section-3.2 */
export function edgeName(side: Side, type: SdpType): EdgeName {
  return `${side === "local" ? "setLocal" : "setRemote"}(${type.toUpperCase() as Uppercase<SdpType>})`;
}

/** The signaling state of that name; null for anything else. */
export function signalingStateNamed(name: unknown): SignalingState | null {
  return signalingStates.find((state) => state === name) ?? null;
}

/** The type of description of that name; null for anything else. */
export function sdpTypeNamed(name: unknown): SdpType | null {
  return sdpTypes.find((type) => type === name) ?? null;
}

/** The side of that name; null for anything else. */
export function sideNamed(name: unknown): Side | null {
  return sides.find((side) => side === name) ?? null;
}
