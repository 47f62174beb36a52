import { receives, reversedDirection, sends } from "../../sdp/description/direction.ts";
import type { SdpType } from "../../signaling/transition-table.ts";
import { type Draft, putTransceiver, transceiverWithId } from "../draft.ts";
import {
  defaultStream,
  type MediaDescription,
  type MediaDescriptions,
} from "../media-description/media-description.ts";
import { at } from "../structure/list.ts";
import { createTransceiver } from "../transceivers/create-transceiver.ts";
import { stopTransceiver } from "../transceivers/stop-the-transceiver.ts";
import type { Transceiver } from "../transceivers/transceiver.ts";
import { withTransport } from "./apply-local-description.ts";
import type { Consequences } from "./consequences.ts";
import { processRemoteTracks } from "./process-remote-tracks.ts";
import { narrowedToAnswer, promotedToSimulcast, proposedSendEncodings } from "./send-encodings.ts";
import type { Transports } from "./transports.ts";

/**
 * What a remote description means for the transceivers, one m= section after the other.
 *
 * @see https://w3c.github.io/webrtc-pc/#apply-remote-description
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.10
 */
export function applyRemoteDescription(
  draft: Draft,
  type: SdpType,
  media: MediaDescriptions,
  transports: Transports,
  consequences: Consequences,
): void {
  const isOffer = type === "offer";
  const findUnassociated = unassociatedTransceivers(draft);
  for (const [index, section] of media.sections.entries()) {
    if (section.kind === null) continue;
    const associated = transceiverWithId(draft, transports.byMid.get(section.mid) ?? -1);
    if (associated === undefined && !isOffer) continue;
    const proposed = isOffer ? proposedSendEncodings(section, draft.options.maxSendEncodings) : [];
    const found = associated ?? findUnassociated(section);
    const transceiver =
      found === undefined
        ? createTransceiver(draft, section.kind, null, [], proposed, "recvonly", { createdSinceStable: true })
        : { ...found, sender: promotedToSimulcast(found.sender, proposed) };
    transports.byMid.set(section.mid, transceiver.id);
    const heard = hear({ ...transceiver, mid: section.mid }, section, consequences);
    const answered = isOffer ? heard : answerSection(heard, section, () => transports.transportOf(index));
    putTransceiver(draft, section.rejected && !answered.stopped ? stopTransceiver(draft, answered) : answered);
  }
}

// Its direction as this peer sees it.
function directionOfSection({ rejected, direction }: MediaDescription) {
  return rejected ? "inactive" : reversedDirection(direction);
}

function hear(transceiver: Transceiver, section: MediaDescription, consequences: Consequences): Transceiver {
  const direction = directionOfSection(section);
  const msids = receives(direction) ? (section.msids ?? [defaultStream]) : [];
  return processRemoteTracks(transceiver, direction, msids, consequences);
}

function answerSection(transceiver: Transceiver, section: MediaDescription, transport: () => number): Transceiver {
  const currentDirection = directionOfSection(section);
  const hasSent = transceiver.hasSent || sends(currentDirection);
  const narrowed = narrowedToAnswer({ ...transceiver, hasSent, currentDirection }, section.simulcastReceive);
  return section.rejected ? narrowed : withTransport(narrowed, transport());
}

/**
 * The transceivers that a remote offer's new m= sections may take, in their order: those of the same kind that addTrack()
 * created and that are neither associated nor stopped, where the peer wants to receive. A rejected section takes none, which
 * it would stop.
 */
function unassociatedTransceivers(draft: Draft): (section: MediaDescription) => Transceiver | undefined {
  const { transceivers } = draft;
  const next = { audio: 0, video: 0 };
  return ({ kind, direction, rejected }) => {
    if (kind === null || rejected || !receives(direction)) return undefined;
    while (next[kind] < transceivers.size) {
      const candidate = at(transceivers, next[kind]++) as Transceiver;
      const fits = candidate.kind === kind && candidate.createdByAddTrack;
      if (fits && candidate.mid === null && !candidate.stopped) return candidate;
    }
    return undefined;
  };
}
