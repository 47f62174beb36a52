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
