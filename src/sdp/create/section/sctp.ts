import type { SctpParameters } from "../input.ts";

/** RFC 8841 §4.3. */
export const sctpFormat = "webrtc-datachannel";

/** The lines of a data section on its association. */
export function dataAttributes({ port = 5000, maxMessageSize }: SctpParameters): readonly string[] {
  return [`sctp-port:${port}`, ...(maxMessageSize === undefined ? [] : [`max-message-size:${maxMessageSize}`])];
}
