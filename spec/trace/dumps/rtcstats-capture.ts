// The rtcstats captures rewritten in the ways that rtcstats allows.
import type { RtcstatsLine } from "./dumps.ts";
import { rtcstatsDump } from "./dumps.ts";

/** The lines of a dump after its header. */
export function linesOf(text: string): RtcstatsLine[] {
  return text
    .split("\n")
    .slice(2)
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

// The table of rtcstats-shared of August 2026.
const numbers: Readonly<Record<string, number>> = {
  createOffer: 2,
  createOfferOnSuccess: 3,
  createOfferOnFailure: 12,
  createAnswer: 4,
  createAnswerOnSuccess: 5,
  createAnswerOnFailure: 13,
  setLocalDescription: 6,
  setLocalDescriptionOnSuccess: 7,
  setLocalDescriptionOnFailure: 14,
  setRemoteDescription: 8,
  setRemoteDescriptionOnSuccess: 9,
  setRemoteDescriptionOnFailure: 15,
  addIceCandidate: 10,
  addIceCandidateOnSuccess: 11,
  addIceCandidateOnFailure: 16,
  onicecandidate: 20,
  ontrack: 22,
  onsignalingstatechange: 23,
  onnegotiationneeded: 27,
  addTrack: 30,
  addTrackOnSuccess: 31,
  addTransceiver: 32,
  addTransceiverOnSuccess: 33,
  removeTrack: 34,
  createDataChannel: 35,
  close: 36,
  restartIce: 37,
  setConfiguration: 38,
  create: 39,
};

/** The dump with numbers for every method that has one. */
export function withNumericMethods(text: string): string {
  return rtcstatsDump(linesOf(text).map(([method, ...rest]) => [numbers[String(method)] ?? method, ...rest]));
}

/**
 * The dump as if every call of setLocalDescription() without a description had been given one from createOffer() or
 * createAnswer(), wherever the log holds what it set. The captures hold too few created descriptions otherwise.
 */
export function withExplicitCreation(text: string): string {
  const lines = linesOf(text);
  const explicit: RtcstatsLine[] = [];
  for (const [index, line] of lines.entries()) {
    const [method, id, value] = line;
    if (method === "setLocalDescription" && value === null) {
      const settled = lines.slice(index).find((later) => later[1] === id && /^setLocal.*On/.test(String(later[0])));
      const description = settled?.[2];
      const { type } = (description ?? {}) as { type?: string };
      if (type === undefined) explicit.push(line);
      else {
        const creation = type === "offer" ? "createOffer" : "createAnswer";
        explicit.push([creation, id, null, line.at(-1)]);
        explicit.push([`${creation}OnSuccess`, id, description, 0]);
        explicit.push([method, id, description, 0]);
      }
    } else if (method === "setLocalDescriptionOnSuccess") explicit.push([method, id, null, line.at(-1)]);
    else explicit.push(line);
  }
  return rtcstatsDump(explicit);
}
