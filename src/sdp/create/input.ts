import type { DescriptionSlots } from "../../signaling/description.ts";
import type { Direction } from "../description/direction.ts";
import type { RtcpMuxPolicy } from "../rules/judged-description.ts";
import type { Capabilities, MediaKind, RtpCodec } from "./capabilities.ts";

/** RTCBundlePolicy. @see https://w3c.github.io/webrtc-pc/#rtcbundlepolicy-enum */
export type BundlePolicy = "balanced" | "max-compat" | "max-bundle";

/** a=ice-ufrag and a=ice-pwd. */
export interface IceCredentials {
  readonly usernameFragment: string;
  readonly password: string;
}

/** What a new transport is described with: cryptographically random, and never used before. */
export interface NewTransport extends IceCredentials {
  /** a=tls-id. Default: the line is left out. */
  readonly tlsId?: string | undefined;
}

/** RTCDtlsFingerprint, its value in upper case. @see https://w3c.github.io/webrtc-pc/#rtcdtlsfingerprint */
export interface CertificateFingerprint {
  readonly algorithm: string;
  readonly value: string;
}

/** What a transceiver is to a description. */
export interface DescribedTransceiver {
  readonly kind: MediaKind;
  /** Null as long as no description that describes it was set. */
  readonly mid: string | null;
  readonly direction: Direction;
  /** Was stop() called? An offer then rejects the section; an answer does not. Default false. */
  readonly stopping?: boolean | undefined;
  /** Default false. */
  readonly stopped?: boolean | undefined;
  /** The ids of the streams that its sender's track is in. Default none. */
  readonly streams?: readonly string[] | undefined;
  /** The RIDs of its sender's encodings. Default none. */
  readonly rids?: readonly string[] | undefined;
  /** Default: not set. */
  readonly codecPreferences?: readonly RtpCodec[] | undefined;
}

/** What was gathered for one generation of ICE credentials. */
export interface GatheredCandidates {
  readonly usernameFragment: string;
  /** The candidate-attributes: `candidate:…`. */
  readonly candidates: readonly string[];
  /** Has gathering ended? */
  readonly complete: boolean;
}

/** The SCTP endpoint. */
export interface SctpParameters {
  /** Default 5000. */
  readonly port?: number | undefined;
  /** In bytes. Default: the line is left out, which means 65536. */
  readonly maxMessageSize?: number | undefined;
}

/** The descriptions of a connection, and those that were created last: a `Session` is one. */
export interface KnownDescriptions extends DescriptionSlots {
  /** "" where nothing was created. */
  readonly lastCreatedOffer: string;
  readonly lastCreatedAnswer: string;
}

/** What a description is made of. */
export interface CreateSdpInput {
  readonly session: KnownDescriptions;
  /** Of the o= line of the first description: random, up to 2^63 - 2. Later ones keep it. */
  readonly sessionId: string;
  /** In the order in which they were added. */
  readonly transceivers: readonly DescribedTransceiver[];
  readonly capabilities: Capabilities;
  readonly fingerprints: readonly CertificateFingerprint[];
  /** For the section of the same index, where it gets a new transport or restarts ICE. */
  readonly newTransports: readonly NewTransport[];
  /** Null where the stack has no data channels: a data section is then neither offered nor accepted. Default null. */
  readonly sctp?: SctpParameters | null | undefined;
  /** Default "balanced". */
  readonly bundlePolicy?: BundlePolicy | undefined;
  /**
   * Whether bundled sections repeat what describes the transport. RFC 9143 §7.1.3 wants it omitted, and RFC 9429 credentials
   * of their own for the sections of a new group. Chromium and Firefox refuse descriptions without the repetition, and
   * Firefox takes other credentials later for a restart of ICE. Default "repeated".
   */
  readonly bundledTransport?: "repeated" | "omitted" | undefined;
  /** Default "require". */
  readonly rtcpMuxPolicy?: RtcpMuxPolicy | undefined;
  /** Default `trickle` and `ice2`. An answer to an initial offer has those that were offered. */
  readonly iceOptions?: readonly string[] | undefined;
  /** Default none. */
  readonly gathered?: readonly GatheredCandidates[] | undefined;
  /** The value of a=identity. Default: the line is left out. */
  readonly identity?: string | undefined;
}

/** What an offer is made of. */
export interface CreateOfferSdpInput extends CreateSdpInput {
  /** Has a data channel been created? Default false. */
  readonly dataChannel?: boolean | undefined;
  /** Are all ICE credentials replaced? Default false. */
  readonly iceRestart?: boolean | undefined;
  /** The credentials that are replaced, wherever they stand. Default none. */
  readonly iceCredentialsToReplace?: readonly IceCredentials[] | undefined;
}
