import { usvString } from "../../web-idl/convert.ts";
import type { Outgoing, RtcDataChannel } from "./data-channel.ts";
import { byteLengthOf, bytesOf, bytesOfBlob, isBlob, type Message } from "./message.ts";

/**
 * send(). A view is told apart from a string by its type; everything else is converted to a string.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-send-algorithm
 */
export function sendData(channel: RtcDataChannel, data: unknown) {
  if (isBlob(data)) return sendBlob(channel, data);
  const message: Message = bytesOf(data) ?? usvString(data, "argument 1 of RTCDataChannel.send()");
  const bytes = typeof message === "string" ? byteLengthOf(message) : message.byteLength;
  enqueue(channel, bytes, { kind: "message", bytes, message });
}

// The bytes are read while the message is already in its place in the queue.
function sendBlob(channel: RtcDataChannel, blob: Parameters<typeof bytesOfBlob>[0]): void {
  const { size: bytes } = blob;
  const outgoing: Outgoing = { kind: "message", bytes, message: null };
  enqueue(channel, bytes, outgoing);
  const ended = channel.owner.clock.waitForOutside();
  bytesOfBlob(blob).then(
    (read) => {
      outgoing.message = read;
      channel.owner.pump(channel);
      ended();
    },
    // A Blob that cannot be read any more is as if it had been empty.
    () => {
      outgoing.message = new ArrayBuffer(0);
      channel.owner.pump(channel);
      ended();
    },
  );
}

function enqueue(channel: RtcDataChannel, bytes: number, outgoing: Outgoing): void {
  const { owner, readyState } = channel;
  if (readyState !== "open")
    throw owner.domException("InvalidStateError", `send: the channel is ${readyState}. Wait for its event open.`);
  const { maxMessageSize, maxBufferSize } = owner;
  if (maxMessageSize !== null && bytes > maxMessageSize)
    throw new TypeError(
      `send: the message has ${bytes} bytes, maxMessageSize of the SCTP transport is ${maxMessageSize}. Send smaller messages.`,
    );
  if (maxBufferSize !== null && channel.bufferedAmount + bytes > maxBufferSize)
    throw owner.domException(
      "OperationError",
      `send: ${channel.bufferedAmount} bytes are buffered, and ${bytes} more would not fit. Wait for the event bufferedamountlow.`,
    );
  channel.bufferedAmount += bytes;
  channel.outgoing.push(outgoing);
  owner.pump(channel);
}
