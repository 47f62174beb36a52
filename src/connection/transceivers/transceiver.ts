import type { MediaKind, RtpCodec } from "../../sdp/create/capabilities.ts";
import type { Direction } from "../../sdp/description/direction.ts";

/** RTCRtpEncodingParameters. @see https://w3c.github.io/webrtc-pc/#rtcrtpencodingparameters */
export interface Encoding {
  /** Null in the lone encoding of a sender that sends no simulcast. */
  readonly rid: string | null;
  readonly active: boolean;
  /** Null for audio. */
  readonly scaleResolutionDownBy: number | null;
  readonly maxBitrate: number | null;
  readonly maxFramerate: number | null;
}

/** The internal slots of an RTCRtpSender that negotiation reads or changes. @see https://w3c.github.io/webrtc-pc/#rtcrtpsender-interface */
export interface Sender {
  /** The id of its track. */
  readonly track: string | null;
  readonly associatedMediaStreamIds: readonly string[];
  readonly sendEncodings: readonly Encoding[];
  readonly transport: number | null;
  readonly lastStableStateTransport: number | null;
  readonly lastStableRidlessSendEncodings: readonly Encoding[] | null;
}

/** The internal slots of an RTCRtpReceiver that negotiation reads or changes. @see https://w3c.github.io/webrtc-pc/#rtcrtpreceiver-interface */
export interface Receiver {
  /** Of its track. */
  readonly muted: boolean;
  /** The ids of the remote streams that its track is in. */
  readonly associatedRemoteMediaStreams: readonly string[];
  readonly transport: number | null;
  readonly lastStableStateTransport: number | null;
  readonly lastStableStateAssociatedRemoteMediaStreams: readonly string[];
}

/** The internal slots of an RTCRtpTransceiver. @see https://w3c.github.io/webrtc-pc/#rtcrtptransceiver-interface */
export interface Transceiver {
  /** Counts from 0 in the order of creation, and is never given again. */
  readonly id: number;
  readonly kind: MediaKind;
  /** `[[Mid]]` and `[[JsepMid]]`: where the stack reports its work in one step, both change at once. */
  readonly mid: string | null;
  readonly direction: Direction;
  readonly currentDirection: Direction | null;
  readonly firedDirection: Direction | null;
  readonly receptive: boolean;
  readonly stopping: boolean;
  readonly stopped: boolean;
  readonly preferredCodecs: readonly RtpCodec[];
  readonly sender: Sender;
  readonly receiver: Receiver;
  /** Was `[[CurrentDirection]]` ever sendrecv or sendonly? addTrack() takes no such sender. */
  readonly hasSent: boolean;
  /** May a remote offer be associated with it? So where addTrack() created it. */
  readonly createdByAddTrack: boolean;
  /** Did addTrack() ever attach a track? A rollback leaves such a transceiver in place. */
  readonly trackAttached: boolean;
  /** Was it associated with a media description in the last stable state? */
  readonly associatedInStable: boolean;
  /** Was it created by a remote offer since the last stable state? */
  readonly createdSinceStable: boolean;
}
