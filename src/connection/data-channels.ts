import { type Draft, emit, isClosed, takeNumber } from "./draft.ts";
import { maxChannelId } from "./set-description/data.ts";
import { append, listedItems, listFrom } from "./structure/list.ts";

/**
 * The peer has opened a channel with that id: it is announced. Where no association is negotiated, or the id is in use,
 * nothing can have been opened.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-announce-a-data-channel-instance
 */
export function dataChannelOpened(draft: Draft, id: number): void {
  const isNegotiated = draft.sctpTransport !== null && draft.sctpTransport.isClient !== null;
  const isTaken = listedItems(draft.dataChannels).some((channel) => channel.id === id);
  if (isClosed(draft) || !isNegotiated || isTaken || id > maxChannelId) return;
  const channel = takeNumber(draft, "channel");
  draft.dataChannels = append(draft.dataChannels, Object.freeze({ channel, id }));
  emit(draft, { type: "datachannel", channel, id });
}

/**
 * A channel is closed, and its streams are reset: its id is free.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-announcing-a-data-channel-as-closed
 */
export function dataChannelClosed(draft: Draft, number: number): void {
  const channels = listedItems(draft.dataChannels);
  const left = channels.filter(({ channel }) => channel !== number);
  if (!isClosed(draft) && left.length < channels.length) draft.dataChannels = listFrom(left);
}
