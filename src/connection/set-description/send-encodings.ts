import type { MediaDescription } from "../media-description/media-description.ts";
import type { Encoding, Sender, Transceiver } from "../transceivers/transceiver.ts";

/** The encodings that a remote offer to receive simulcast proposes; empty where it does not. */
export function proposedSendEncodings(
  { simulcastReceive }: MediaDescription,
  maxSendEncodings: number,
): readonly Encoding[] {
  const rids = simulcastReceive.slice(0, maxSendEncodings);
  return Object.freeze(rids.map((rid, index) => encoding(rid, 2 ** (rids.length - index - 1))));
}

/** An encoding with its defaults. */
export function encoding(rid: string | null, scaleResolutionDownBy: number | null): Encoding {
  return Object.freeze({ rid, active: true, scaleResolutionDownBy, maxBitrate: null, maxFramerate: null });
}

/** The sender with the proposed encodings, where it has a lone one without a RID. */
export function promotedToSimulcast(sender: Sender, proposed: readonly Encoding[]): Sender {
  const [lone, another] = sender.sendEncodings;
  if (proposed.length === 0 || another !== undefined || lone === undefined || lone.rid !== null) return sender;
  return Object.freeze({ ...sender, sendEncodings: proposed });
}

/**
 * The transceiver after an answer: of several encodings those are left that the answer still names, and the first where
 * it names none.
 *
 * @see https://w3c.github.io/webrtc-pc/#simulcast-functionality
 */
export function narrowedToAnswer(transceiver: Transceiver, rids: readonly string[]): Transceiver {
  const { sender } = transceiver;
  const { sendEncodings } = sender;
  if (sendEncodings.length <= 1) return transceiver;
  const left = sendEncodings.filter(({ rid }) => rid !== null && rids.includes(rid));
  if (left.length === sendEncodings.length) return transceiver;
  const narrowed = Object.freeze(left.length > 0 ? left : sendEncodings.slice(0, 1));
  return { ...transceiver, sender: Object.freeze({ ...sender, sendEncodings: narrowed }) };
}
