import type { MediaKind } from "../../sdp/create/capabilities.ts";
import { at, type List } from "../structure/list.ts";
import { countOf, emptyTally, type Tally, withCount } from "../structure/tally.ts";
import type { Transceiver } from "./transceiver.ts";

/** What addTrack() has to find among the senders, kept so that it need not look at all of them. */
export interface SenderIndex {
  /** How many senders have each track, those of stopped transceivers aside. */
  readonly tracks: Tally;
  /** No sender before that place in the set can be used again. */
  readonly reusableFrom: Readonly<Record<MediaKind, number>>;
}

/** Of an empty set. */
export const noSenders: SenderIndex = /* @__PURE__ */ Object.freeze({
  tracks: emptyTally,
  reusableFrom: /* @__PURE__ */ Object.freeze({ audio: 0, video: 0 }),
});

/** Whether a sender has that track. @see https://w3c.github.io/webrtc-pc/#dfn-collectsenders */
export function hasTrack({ senders }: { readonly senders: SenderIndex }, track: string): boolean {
  return countOf(senders.tracks, track) > 0;
}

/** Whether addTrack() may use its sender for a track. @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-addtrack */
export function isReusable({ sender, stopping, hasSent }: Transceiver): boolean {
  return sender.track === null && !stopping && !hasSent;
}

/** The place of the first transceiver of that kind whose sender can be used again; the size of the set where none can. */
export function firstReusable(
  { senders, transceivers }: { readonly senders: SenderIndex; readonly transceivers: List<Transceiver> },
  kind: MediaKind,
): number {
  let place = senders.reusableFrom[kind];
  for (; place < transceivers.size; place++) {
    const transceiver = at(transceivers, place) as Transceiver;
    if (transceiver.kind === kind && isReusable(transceiver)) return place;
  }
  return place;
}

/** The senders once no sender before that place can be used again. */
export function reusableNotBefore(senders: SenderIndex, kind: MediaKind, place: number): SenderIndex {
  if (senders.reusableFrom[kind] === place) return senders;
  return Object.freeze({ ...senders, reusableFrom: Object.freeze({ ...senders.reusableFrom, [kind]: place }) });
}

/** The senders after the transceiver at that place was added, changed or (null) removed. */
export function sendersAfter(
  senders: SenderIndex,
  before: Transceiver | null,
  after: Transceiver | null,
  place: number,
): SenderIndex {
  const [had, has] = [trackSentBy(before), trackSentBy(after)];
  let { tracks } = senders;
  if (had !== has) {
    if (had !== null) tracks = withCount(tracks, had, -1);
    if (has !== null) tracks = withCount(tracks, has, 1);
  }
  const changed = tracks === senders.tracks ? senders : Object.freeze({ ...senders, tracks });
  if (after === null || !isReusable(after) || place >= senders.reusableFrom[after.kind]) return changed;
  return reusableNotBefore(changed, after.kind, place);
}

function trackSentBy(transceiver: Transceiver | null): string | null {
  return transceiver === null || transceiver.stopped ? null : transceiver.sender.track;
}
