/** What a transceiver carries. */
export type Kind = "audio" | "video";

/** RTCRtpCodec. @see https://w3c.github.io/webrtc-pc/#rtcrtpcodec */
export interface RtpCodec {
  readonly mimeType: string;
  /** In Hz. */
  readonly clockRate: number;
  readonly channels?: number | undefined;
  readonly sdpFmtpLine?: string | undefined;
}

/** RTCRtpHeaderExtensionCapability. @see https://w3c.github.io/webrtc-pc/#rtcrtpheaderextensioncapability */
export interface HeaderExtensionCapability {
  readonly uri: string;
}

/** What the stack can send and receive of one kind, in its order of preference. */
export interface KindCapabilities {
  readonly codecs: readonly RtpCodec[];
  readonly headerExtensions: readonly HeaderExtensionCapability[];
}

/** What the stack can send and receive: given by the stack, never looked up. */
export interface Capabilities {
  readonly audio: KindCapabilities;
  readonly video: KindCapabilities;
}
