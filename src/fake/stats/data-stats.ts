import type { RtcDataChannel } from "../network/data/data-channel.ts";
import type { GatheredStats } from "./stats.ts";
import { transportName } from "./transport-stats.ts";

/**
 * Adds the statistics of the connection and of its data channels.
 *
 * @param transport the DTLS transport of the data channels; null before there is one
 * @see https://w3c.github.io/webrtc-stats/#pcstats-dict*
 */
export function addDataStats(
  gathered: GatheredStats,
  transport: number | null,
  channels: readonly RtcDataChannel[],
): void {
  const opened = channels.filter(({ wasOpen }) => wasOpen);
  gathered.add("peer-connection", "peer-connection", {
    dataChannelsOpened: opened.length,
    dataChannelsClosed: opened.filter(({ readyState }) => readyState !== "open").length,
  });
  for (const [index, { init, id, readyState, sentTraffic, receivedTraffic }] of channels.entries())
    gathered.add("data-channel", `data-channel ${index}`, {
      label: init.label,
      protocol: init.protocol,
      dataChannelIdentifier: id,
      transportId: transport === null ? null : gathered.idOf(transportName(transport)),
      state: readyState,
      messagesSent: sentTraffic.messages,
      bytesSent: sentTraffic.bytes,
      messagesReceived: receivedTraffic.messages,
      bytesReceived: receivedTraffic.bytes,
    });
}
