/**
 * All that a peer connection does around its descriptions, and the descriptions that it makes.
 *
 * @module
 */
export type {
  Capabilities,
  CodecCapability,
  HeaderExtensionCapability,
  Kind,
  KindCapabilities,
  RtpCodec,
} from "../sdp/create/capabilities.ts";
export { createAnswerSdp } from "../sdp/create/create-answer-sdp.ts";
export { createOfferSdp } from "../sdp/create/create-offer-sdp.ts";
export type {
  BundlePolicy,
  CertificateFingerprint,
  CreateOfferSdpInput,
  CreateSdpInput,
  DescribedTransceiver,
  GatheredCandidates,
  IceCredentials,
  KnownDescriptions,
  NewTransport,
  SctpParameters,
} from "../sdp/create/input.ts";
export type { Direction } from "../sdp/description/direction.ts";
