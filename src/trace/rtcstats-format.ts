import { isJsonObject } from "./json.ts";

/** The first line of an rtcstats dump. */
export const rtcstatsMagic = "RTCStatsDump";

// The numbers that rtcstats may write for a method, of those that matter here. They are never assigned anew.
const methods: ReadonlyMap<number, string> = new Map([
  [2, "createOffer"],
  [3, "createOfferOnSuccess"],
  [4, "createAnswer"],
  [5, "createAnswerOnSuccess"],
  [6, "setLocalDescription"],
  [7, "setLocalDescriptionOnSuccess"],
  [8, "setRemoteDescription"],
  [9, "setRemoteDescriptionOnSuccess"],
  [12, "createOfferOnFailure"],
  [13, "createAnswerOnFailure"],
  [14, "setLocalDescriptionOnFailure"],
  [15, "setRemoteDescriptionOnFailure"],
  [23, "onsignalingstatechange"],
  [36, "close"],
  [39, "create"],
]);

/** The name of an rtcstats method that may be written as a number; null where it is unknown, and to be skipped. */
export function methodName(method: unknown): string | null {
  if (typeof method === "string") return method;
  return typeof method === "number" ? (methods.get(method) ?? null) : null;
}

/** The browser that an object of an rtcstats dump names; null where the object names none. */
export function userAgentIn(value: unknown): string | null {
  if (!isJsonObject(value)) return null;
  if (typeof value.userAgent === "string") return value.userAgent;
  return isJsonObject(value.userAgentData) ? brandsIn(value.userAgentData) : null;
}

function brandsIn({ brands, platform }: Record<string, unknown>): string | null {
  if (!Array.isArray(brands)) return null;
  const names = brands.filter(isBrand).map(({ brand, version }) => `${brand} ${version}`);
  return names.length === 0 ? null : [...names, ...(typeof platform === "string" ? [platform] : [])].join(", ");
}

// Browsers add a brand that means nothing, so that nothing relies on the list.
function isBrand(entry: unknown): entry is { readonly brand: string; readonly version: string } {
  if (!isJsonObject(entry) || typeof entry.brand !== "string" || typeof entry.version !== "string") return false;
  return !/not.{0,3}a.{0,3}brand/i.test(entry.brand);
}
