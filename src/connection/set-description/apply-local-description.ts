import { receives, sends } from "../../sdp/description/direction.ts";
import type { SdpType } from "../../signaling/transition-table.ts";
import { type Draft, putTransceiver, transceiverWithId } from "../draft.ts";
import type { MediaDescription, MediaDescriptions } from "../media-description/media-description.ts";
import { newlyOffered } from "../operations/create.ts";
import type { Transceiver } from "../transceivers/transceiver.ts";
import type { Consequences } from "./consequences.ts";
import { processRemoval, setAssociatedRemoteStreams } from "./process-remote-tracks.ts";
import { narrowedToAnswer } from "./send-encodings.ts";
import type { Transports } from "./transports.ts";

/**
 * What a local description means for the transceivers, one m= section after the other.
 *
 * @see https://w3c.github.io/webrtc-pc/#apply-local-description
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.9
 */
export function applyLocalDescription(
  draft: Draft,
  type: SdpType,
  media: MediaDescriptions,
  transports: Transports,
  consequences: Consequences,
): void {
  const offered = offeredTransceivers(draft, media, transports);
  const isAnswer = type !== "offer";
  for (const [index, section] of media.sections.entries()) {
    const id = transports.byMid.get(section.mid) ?? offered[`:${section.mid}`];
    const transceiver = id === undefined ? undefined : transceiverWithId(draft, id);
    if (section.kind === null || transceiver === undefined) continue;
    const isNew = transceiver.mid === null;
    transports.byMid.set(section.mid, transceiver.id);
    let applied: Transceiver = isNew ? { ...transceiver, mid: section.mid } : transceiver;
    // An answerer's transceivers have got their mids from the offer, and their transports are due now.
    if (!applied.stopped && (isNew || (isAnswer && !section.rejected))) {
      applied = withTransport(applied, transports.transportOf(index));
    }
    if (!applied.stopped) applied = applySection(applied, section, isAnswer, consequences);
    putTransceiver(draft, applied);
  }
}

/** The transceiver whose sender and receiver use that transport. */
export function withTransport(transceiver: Transceiver, transport: number): Transceiver {
  const { sender, receiver } = transceiver;
  if (sender.transport === transport && receiver.transport === transport) return transceiver;
  return {
    ...transceiver,
    sender: Object.freeze({ ...sender, transport }),
    receiver: Object.freeze({ ...receiver, transport }),
  };
}

function applySection(
  transceiver: Transceiver,
  { direction, simulcastSend }: MediaDescription,
  isAnswer: boolean,
  consequences: Consequences,
): Transceiver {
  const receptive = receives(direction);
  if (!isAnswer) return { ...transceiver, receptive };
  const narrowed = narrowedToAnswer({ ...transceiver, receptive }, simulcastSend);
  const silenced = !receptive && receives(transceiver.firedDirection);
  const hasSent = transceiver.hasSent || sends(direction);
  const applied = { ...narrowed, hasSent, currentDirection: direction, firedDirection: direction };
  if (!silenced) return applied;
  const { streams } = setAssociatedRemoteStreams(applied, [], { ...consequences, addList: [] });
  processRemoval(applied, consequences);
  return { ...applied, receiver: Object.freeze({ ...applied.receiver, associatedRemoteMediaStreams: streams }) };
}

// The offer's own transceivers, as they were when it was created; those of an offer made elsewhere are looked for now.
function offeredTransceivers(
  draft: Draft,
  { sections }: MediaDescriptions,
  { byMid }: Transports,
): Readonly<Record<string, number>> {
  const { pendingLocalDescription } = draft.session;
  if (pendingLocalDescription?.type !== "offer") return {};
  const remembered = draft.created.offeredTransceivers;
  const isRemembered = ({ mid, kind, rejected }: MediaDescription): boolean =>
    kind === null || rejected || byMid.has(mid) || remembered[`:${mid}`] !== undefined;
  return sections.every(isRemembered) ? remembered : newlyOffered(draft, pendingLocalDescription.sdp);
}
