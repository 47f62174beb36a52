import type { MediaKind } from "../../sdp/create/capabilities.ts";
import type { Direction } from "../../sdp/description/direction.ts";
import { addToSet, type Draft, takeNumber } from "../draft.ts";
import { encoding } from "../set-description/send-encodings.ts";
import type { Encoding, Receiver, Transceiver } from "./transceiver.ts";

/**
 * Creates a sender, a receiver and their transceiver, and adds it to the set of transceivers.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-create-an-rtcrtpsender
 * @see https://w3c.github.io/webrtc-pc/#dfn-create-an-rtcrtpreceiver
 * @see https://w3c.github.io/webrtc-pc/#dfn-create-an-rtcrtptransceiver
 */
export function createTransceiver(
  draft: Draft,
  kind: MediaKind,
  track: string | null,
  streams: readonly string[],
  sendEncodings: readonly Encoding[],
  direction: Direction,
  origin: Partial<Pick<Transceiver, "createdByAddTrack" | "trackAttached" | "createdSinceStable">>,
): Transceiver {
  const transceiver: Transceiver = Object.freeze({
    id: takeNumber(draft, "transceiver"),
    kind,
    mid: null,
    direction,
    currentDirection: null,
    firedDirection: null,
    receptive: false,
    stopping: false,
    stopped: false,
    preferredCodecs: noneYet,
    sender: Object.freeze({
      track,
      associatedMediaStreamIds: eachOnce(streams),
      sendEncodings: sendEncodings.length > 0 ? sendEncodings : loneEncoding(kind),
      transport: null,
      lastStableStateTransport: null,
      lastStableRidlessSendEncodings: null,
    }),
    receiver: newReceiver,
    hasSent: false,
    createdByAddTrack: false,
    trackAttached: false,
    associatedInStable: false,
    createdSinceStable: false,
    ...origin,
  });
  addToSet(draft, transceiver);
  return transceiver;
}

/** The ids, each once. */
export function eachOnce(ids: readonly string[]): readonly string[] {
  return Object.freeze([...new Set(ids)]);
}

const noneYet: readonly never[] = /* @__PURE__ */ Object.freeze([]);

const newReceiver: Receiver = /* @__PURE__ */ Object.freeze({
  muted: true,
  associatedRemoteMediaStreams: noneYet,
  transport: null,
  lastStableStateTransport: null,
  lastStableStateAssociatedRemoteMediaStreams: noneYet,
});

function loneEncoding(kind: MediaKind): readonly Encoding[] {
  return Object.freeze([encoding(null, kind === "video" ? 1 : null)]);
}
