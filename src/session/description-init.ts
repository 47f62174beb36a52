import { sdpTypes } from "../signaling/edge.generated.ts";
import type { SdpType, Side } from "../signaling/transition-table.ts";
import type { PlainCode } from "./rejection/rejection-codes.ts";

/** A description after Web IDL conversion; `type` is null where setLocalDescription() has to infer it. */
export interface DescriptionInit {
  readonly type: SdpType | null;
  readonly sdp: string;
}

/** What was wrong with the argument. */
export interface Unconvertible {
  readonly code: PlainCode;
  /** What was found in its place, for the message. */
  readonly found: string;
}

/**
 * Converts an argument to RTCSessionDescriptionInit or RTCLocalSessionDescriptionInit as Web IDL does: members in
 * lexicographical order, `sdp` before `type`, each read once; inherited members count. What a getter or a
 * `toString` throws becomes a reason too.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcsessiondescriptioninit
 * @see https://webidl.spec.whatwg.org/#js-dictionary
 */
export function toDescriptionInit(side: Side, value: unknown): DescriptionInit | Unconvertible {
  if (value === undefined || value === null) {
    return side === "local" ? emptyInit : { code: "description-missing", found: String(value) };
  }
  if (typeof value !== "object" && typeof value !== "function") {
    return { code: "description-not-an-object", found: typeof value };
  }
  try {
    return convertMembers(side, value as { sdp?: unknown; type?: unknown });
  } catch {
    return { code: "description-unreadable", found: "an exception" };
  }
}

const emptyInit: DescriptionInit = { type: null, sdp: "" };

function convertMembers(side: Side, value: { sdp?: unknown; type?: unknown }): DescriptionInit | Unconvertible {
  const sdp = value.sdp;
  if (typeof sdp === "symbol") return { code: "sdp-not-a-string", found: "symbol" };
  const sdpString = sdp === undefined ? "" : toDomString(sdp);

  const type = value.type;
  if (type === undefined) {
    return side === "local" ? { type: null, sdp: sdpString } : { code: "type-missing", found: "undefined" };
  }
  if (typeof type === "symbol") return { code: "type-not-a-string", found: "symbol" };
  const typeString = toDomString(type);
  const known = sdpTypes.find((name) => name === typeString);
  return known === undefined ? { code: "type-unknown", found: quoted(typeString) } : { type: known, sdp: sdpString };
}

// ToString of ECMA-262; `String()` would let a symbol pass, which a template does not.
function toDomString(value: unknown): string {
  return typeof value === "string" ? value : `${value}`;
}

// The beginning of a string that a stranger gave, fit for a message.
function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
