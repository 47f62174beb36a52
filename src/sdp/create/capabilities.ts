/** What a transceiver carries. */
export type MediaKind = "audio" | "video";

/** RTCRtpCodec. @see https://w3c.github.io/webrtc-pc/#rtcrtpcodec */
export interface RtpCodec {
  readonly mimeType: string;
  /** In Hz. */
  readonly clockRate: number;
  readonly channels?: number | undefined;
  readonly sdpFmtpLine?: string | undefined;
}

/**
 * A codec of the stack, and how descriptions speak of it. One entry for rtx serves every codec of its clock rate; its
 * `apt` is filled in.
 */
export interface CodecCapability extends RtpCodec {
  /** Wanted where this side numbers the codec first. Default: the static one of RFC 3551, else the next that is free. */
  readonly payloadType?: number | undefined;
  /** The values of a=rtcp-fb, such as `nack pli`. Default none. */
  readonly rtcpFeedback?: readonly string[] | undefined;
  /** The longest packet, in ms. Default: not limited. */
  readonly maxptime?: number | undefined;
}

/** RTCRtpHeaderExtensionCapability. @see https://w3c.github.io/webrtc-pc/#rtcrtpheaderextensioncapability */
export interface HeaderExtensionCapability {
  readonly uri: string;
  /** Wanted where this side numbers the extension first. Default: the next that is free. */
  readonly id?: number | undefined;
}

/** What the stack can send and receive of one kind, in its order of preference. */
export interface KindCapabilities {
  readonly codecs: readonly CodecCapability[];
  readonly headerExtensions: readonly HeaderExtensionCapability[];
}

/** What the stack can send and receive: given by the stack, never looked up. */
export interface Capabilities {
  readonly audio: KindCapabilities;
  readonly video: KindCapabilities;
}
