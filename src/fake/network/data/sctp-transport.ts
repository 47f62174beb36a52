import type { Description } from "../../../signaling/description.ts";
import type { DtlsTransport } from "../dtls-transport.ts";

/** What an RTCSctpTransport holds. @see https://w3c.github.io/webrtc-pc/#rtcsctptransport-interface */
export interface RtcSctpTransport {
  dtls: DtlsTransport;
  state: "connecting" | "connected" | "closed";
  maxMessageSize: number | null;
  maxBufferSize: number | null;
  maxChannels: number | null;
}

/** The size of the buffer for sending, in bytes. */
const canSendSize = 16 * 1024 * 1024;

/**
 * Updates the data max message size, by what the remote description says of it.
 *
 * @param remoteMaxMessageSize in bytes; 0 for any size
 * @see https://w3c.github.io/webrtc-pc/#dfn-update-the-data-max-message-size
 */
export function updateMaxMessageSize(transport: RtcSctpTransport, remoteMaxMessageSize: number): void {
  const isLimited = remoteMaxMessageSize !== 0;
  transport.maxMessageSize = isLimited ? Math.min(remoteMaxMessageSize, canSendSize) : canSendSize;
  transport.maxBufferSize = Math.max(remoteMaxMessageSize, canSendSize);
}

const sizesRead = /* @__PURE__ */ new WeakMap<Description, number>();

/**
 * The max-message-size of the data section of a description; 65536 where it is missing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8841.html#section-6
 */
export function maxMessageSizeIn(description: Description): number {
  const known = sizesRead.get(description);
  if (known !== undefined) return known;
  const found = /^a=max-message-size:(\d+)/m.exec(description.sdp)?.[1];
  const size = found === undefined ? 65_536 : Number(found);
  sizesRead.set(description, size);
  return size;
}
