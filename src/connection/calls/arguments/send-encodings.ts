import { failure, type Result, success } from "../../../result.ts";
import type { MediaKind } from "../../../sdp/create/capabilities.ts";
import type { Draft } from "../../draft.ts";
import { refuseCall } from "../../rejection/call-rejection.ts";
import type { CallRejectionCode } from "../../rejection/call-rejection-codes.ts";
import type { CallRejection } from "../../rejection/connection-rejection.ts";
import type { Encoding } from "../../transceivers/transceiver.ts";
import { isDictionary, toNullableDOMString } from "./arguments.ts";

/** An encoding as Web IDL converts it: null where a member is missing. */
export type EncodingInit = Omit<Encoding, "active"> & { readonly active: boolean };

/** Converts `sendEncodings`. */
export function toEncodingInits(value: unknown): Result<readonly EncodingInit[]> {
  if (!Array.isArray(value)) return failure("sendEncodings must be an array");
  if (!value.every(isDictionary)) return failure("each of sendEncodings must be an object");
  return success(
    value.map((encoding) => ({
      rid: toNullableDOMString(encoding?.rid),
      active: encoding?.active === undefined ? true : Boolean(encoding.active),
      scaleResolutionDownBy: toNumber(encoding?.scaleResolutionDownBy),
      maxBitrate: toNumber(encoding?.maxBitrate),
      maxFramerate: toNumber(encoding?.maxFramerate),
    })),
  );
}

function toNumber(value: unknown): number | null {
  return value === undefined || value === null ? null : Number(value);
}

/**
 * Validates `sendEncodings`, trims them to what the sender can send, and fills in how they are scaled.
 *
 * @see https://w3c.github.io/webrtc-pc/#addtransceiver-sendencodings-validation
 */
export function validatedEncodings(
  draft: Draft,
  kind: MediaKind,
  inits: readonly EncodingInit[],
): Result<readonly Encoding[], CallRejection> {
  const refused = (code: CallRejectionCode, reason: string, remedy: string) =>
    failure(refuseCall(draft, "addTransceiver", code, reason, remedy));
  const rids = inits.map(({ rid }) => rid).filter((rid) => rid !== null);
  if (!rids.every((rid) => /^[A-Za-z0-9]{1,255}$/.test(rid)))
    return refused("rid-unusable", "a rid is not 1 to 255 letters and digits", "Use letters and digits.");
  if (rids.length > 0 && rids.length < inits.length)
    return refused("rid-unusable", "some encodings have a rid, and some have none", "Give each a rid, or none.");
  if (new Set(rids).size < rids.length)
    return refused("rid-unusable", "two encodings have the same rid", "Give each a rid of its own.");
  const encodings = kind === "audio" ? inits.map(withoutPicture) : inits;
  if (!encodings.every(({ scaleResolutionDownBy: scale }) => scale === null || scale >= 1))
    return refused("encoding-out-of-range", "scaleResolutionDownBy is below 1", "Use 1 or more.");
  if (!encodings.every(({ maxFramerate }) => maxFramerate === null || maxFramerate > 0))
    return refused("encoding-out-of-range", "maxFramerate is not above 0", "Use more than 0.");
  return success(Object.freeze(withDefaults(kind, encodings, draft.options.maxSendEncodings)));
}

function withoutPicture(init: EncodingInit): EncodingInit {
  return { ...init, scaleResolutionDownBy: null, maxFramerate: null };
}

function withDefaults(kind: MediaKind, inits: readonly EncodingInit[], maximum: number): Encoding[] {
  const someScale = inits.some(({ scaleResolutionDownBy }) => scaleResolutionDownBy !== null);
  const trimmed = inits.slice(0, maximum);
  return trimmed.map((init, index) => {
    const scale = someScale ? 1 : 2 ** (trimmed.length - index - 1);
    return Object.freeze({
      ...init,
      rid: trimmed.length === 1 ? null : init.rid,
      scaleResolutionDownBy: kind === "audio" ? null : (init.scaleResolutionDownBy ?? scale),
    });
  });
}
