import { failure, type Result, success } from "../result.ts";
import { quote } from "../sdp/text/quote.ts";
import { sdpTypeNamed } from "../signaling/names.ts";
import type { SdpType, Side } from "../signaling/transition-table.ts";
import type { PlainCode } from "./rejection/rejection-codes.ts";

/** A description after Web IDL conversion; `type` is null where setLocalDescription() has to infer it. */
export interface DescriptionInit {
  readonly type: SdpType | null;
  readonly sdp: string;
}

/** Why an argument cannot be converted: the code of the rejection, and a clause for its message. */
export interface Unconvertible {
  readonly code: PlainCode;
  readonly reason: string;
}

/**
 * Converts an argument to RTCSessionDescriptionInit or RTCLocalSessionDescriptionInit as Web IDL does: members in
 * lexicographical order, `sdp` before `type`, each read once; inherited members count. What a getter or a
 * `toString` throws becomes a reason too.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcsessiondescriptioninit
 * @see https://webidl.spec.whatwg.org/#js-dictionary
 */
export function toDescriptionInit(side: Side, value: unknown): Result<DescriptionInit, Unconvertible> {
  if (value === undefined || value === null) {
    if (side === "local") return emptyInit;
    return unconvertible("description-missing", `a description is required, found ${value}`);
  }
  if (typeof value !== "object" && typeof value !== "function") {
    return unconvertible("description-not-an-object", `the description must be an object, found a ${typeof value}`);
  }
  try {
    return convertMembers(side, value as { sdp?: unknown; type?: unknown });
  } catch {
    return unconvertible("description-unreadable", "reading the description threw an exception");
  }
}

const emptyInit = /* @__PURE__ */ success({ type: null, sdp: "" });

function unconvertible(code: PlainCode, reason: string): Result<DescriptionInit, Unconvertible> {
  return failure({ code, reason });
}

function convertMembers(side: Side, value: { sdp?: unknown; type?: unknown }): Result<DescriptionInit, Unconvertible> {
  const sdp = value.sdp;
  if (typeof sdp === "symbol") return unconvertible("sdp-not-a-string", "`sdp` must be a string, found a symbol");
  const sdpString = sdp === undefined ? "" : toDomString(sdp);

  const type = value.type;
  if (type === undefined) {
    if (side === "local") return success({ type: null, sdp: sdpString });
    return unconvertible("type-missing", "`type` is required, found undefined");
  }
  if (typeof type === "symbol") return unconvertible("type-not-a-string", "`type` must be a string, found a symbol");
  const typeString = toDomString(type);
  const known = sdpTypeNamed(typeString);
  if (known !== null) return success({ type: known, sdp: sdpString });
  return unconvertible(
    "type-unknown",
    `\`type\` must be offer, pranswer, answer or rollback, found ${quote(typeString)}`,
  );
}

// ToString of ECMA-262; `String()` would let a symbol pass, which a template does not.
function toDomString(value: unknown): string {
  return typeof value === "string" ? value : `${value}`;
}
