import type { SdpType, Side } from "../../signaling/transition-table.ts";
import { type Draft, emit } from "../draft.ts";
import { dataSection, type MediaDescriptions } from "../media-description/media-description.ts";
import { listedItems, listFrom } from "../structure/list.ts";
import type { Consequences } from "./consequences.ts";
import type { Transports } from "./transports.ts";

/**
 * Creates the SCTP transport with an offer that describes an SCTP association, and drops it with an answer that rejects
 * the one there is.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function setSctpTransport(draft: Draft, type: SdpType, media: MediaDescriptions, transports: Transports) {
  const index = media.sections.findIndex(({ carriesData }) => carriesData);
  const isDescribed = index >= 0 && !media.sections[index]?.rejected;
  if (type === "offer" && isDescribed && draft.sctpTransport === null) {
    const transport = transports.transportOf(index);
    draft.sctpTransport = Object.freeze({ transport, isClient: null });
    return emit(draft, { type: "create-sctp-transport", transport });
  }
  if (draft.sctpTransport === null || type === "offer") return;
  if (!isDescribed) {
    if (type !== "answer") return;
    draft.sctpTransport = null;
    return emit(draft, { type: "close-sctp-transport" });
  }
  const transport = transports.transportOf(index);
  if (transport !== draft.sctpTransport.transport) {
    draft.sctpTransport = Object.freeze({ ...draft.sctpTransport, transport });
  }
}

/**
 * Gives the data channels without an id one, once an answer has negotiated the DTLS role.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function associateDataChannels(
  draft: Draft,
  side: Side,
  media: MediaDescriptions,
  { errorList }: Consequences,
): void {
  const setup = dataSection(media)?.setup ?? null;
  if (draft.sctpTransport === null || setup === null) return;
  const isClient = (setup === "active") === (side === "local");
  if (isClient !== draft.sctpTransport.isClient)
    draft.sctpTransport = Object.freeze({ ...draft.sctpTransport, isClient });
  const channels = listedItems(draft.dataChannels);
  if (channels.every(({ id }) => id !== null)) return;
  const taken = new Set(channels.map((channel) => channel.id));
  let id = firstChannelId(isClient);
  draft.dataChannels = listFrom(
    channels.flatMap((channel) => {
      if (channel.id !== null) return [channel];
      id = freeChannelId(taken, id);
      if (id > maxChannelId) {
        errorList.push(channel.channel);
        return [];
      }
      taken.add(id);
      emit(draft, { type: "data-channel-id", channel: channel.channel, id });
      return [Object.freeze({ channel: channel.channel, id })];
    }),
  );
}

/** The largest id of a data channel. @see https://www.rfc-editor.org/rfc/rfc8832.html#section-6 */
export const maxChannelId = 65534;

/** Where the ids of a DTLS role begin: the client's are even. */
export function firstChannelId(isClient: boolean): number {
  return isClient ? 0 : 1;
}

/** The first id from there on that is free for the same role; above `maxChannelId` where all are taken. */
export function freeChannelId(taken: ReadonlySet<number | null>, from: number): number {
  let id = from;
  while (taken.has(id)) id += 2;
  return id;
}
