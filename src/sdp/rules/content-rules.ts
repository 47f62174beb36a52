import {
  bundledStaysBundled,
  bundleStaysOne,
  bundleWasOffered,
  negotiatedTagIsAccepted,
  negotiatedTagIsKept,
} from "./answer/bundle-rules.ts";
import { extensionsKeepTheirIds } from "./answer/extmap-rules.ts";
import { aFormatIsShared, dataFormatIsTheOffered, feedbackWasOffered } from "./answer/media-rules.ts";
import {
  directionFits,
  rejectedStaysRejected,
  sameMediaAndProtocol,
  sameMid,
  sectionForSection,
} from "./answer/section-rules.ts";
import {
  credentialsFollowTheOffer,
  identityChangesWithIce,
  muxIsNotDropped,
  setupIsAnswered,
} from "./answer/transport-rules.ts";
import { oneGroupPerMid, tagIsAccepted } from "./description/bundle-rules.ts";
import {
  payloadTypesAgree,
  payloadTypesAreInRange,
  retransmissionsAreAssociated,
  retransmissionsHaveATarget,
} from "./description/codec-rules.ts";
import { sctpHasAPort, sctpIsApplication } from "./description/data-rules.ts";
import { bundledExtensionsAgree, extensionIdsAreUnique, extensionIdsExist } from "./description/extmap-rules.ts";
import { uniqueMids } from "./description/mid-rules.ts";
import { localMuxesRtcp, muxOnlyComesWithMux, remoteMuxesRtcp } from "./description/rtcp-mux-rules.ts";
import { simulcastRidsAreDeclared } from "./description/simulcast-rules.ts";
import { oneTrackPerSection } from "./description/source-rules.ts";
import {
  fingerprintsAreStrong,
  setupIsNotHeld,
  transportHasSetup,
  transportIsDescribed,
} from "./description/transport-rules.ts";
import { midsKeepTheirBundle } from "./reoffer/bundle-rules.ts";
import { extensionIdsAreKept } from "./reoffer/media-rules.ts";
import { replacedOfferBinds } from "./reoffer/replaced-offer-rule.ts";
import { indexKeepsItsSection, recyclingNeedsRejection, sectionsNeverGetFewer } from "./reoffer/section-rules.ts";
import { iceIsKept, identityRestartsIce, muxIsKept, roleIsKept } from "./reoffer/transport-rules.ts";

/**
 * What makes a description unacceptable, in the order in which it is judged: that of the specifications. The first rule
 * that is broken is the reason of a refusal.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export const contentRules = [
  // webrtc-pc #set-description, RFC 9429 §5.8.3: rtcp-mux first.
  remoteMuxesRtcp,
  localMuxesRtcp,
  // RFC 9429 §5.8.2: what its parsing asks for.
  sctpHasAPort,
  // RFC 5888, RFC 9143: what makes the groups mean something.
  uniqueMids,
  oneGroupPerMid,
  tagIsAccepted,
  // RFC 9429 §5.8.3, the features that each m= section must have: ICE, DTLS and their continuity.
  transportIsDescribed,
  transportHasSetup,
  setupIsNotHeld,
  setupIsAnswered,
  roleIsKept,
  identityRestartsIce,
  // RFC 9429 §5.8.3: the RIDs of simulcast.
  simulcastRidsAreDeclared,
  // RFC 9429 §5.8.3: the state of RTCP multiplexing.
  muxOnlyComesWithMux,
  muxIsKept,
  muxIsNotDropped,
  // RFC 9429 §5.8.3, RFC 3264 §6 and §8: the sections, against the offer or the last negotiation.
  sectionForSection,
  sectionsNeverGetFewer,
  rejectedStaysRejected,
  directionFits,
  aFormatIsShared,
  sameMediaAndProtocol,
  sameMid,
  indexKeepsItsSection,
  recyclingNeedsRejection,
  // RFC 9143 §7: the BUNDLE groups, likewise.
  bundleWasOffered,
  bundleStaysOne,
  bundledStaysBundled,
  negotiatedTagIsKept,
  negotiatedTagIsAccepted,
  midsKeepTheirBundle,
  // RFC 9429 §5.10: applying a remote description.
  credentialsFollowTheOffer,
  iceIsKept,
  retransmissionsHaveATarget,
  retransmissionsAreAssociated,
  // RFC 9429 §5.11: applying an answer.
  identityChangesWithIce,
  feedbackWasOffered,
  // RFC 8122, RFC 8841: fingerprints and data channels.
  fingerprintsAreStrong,
  sctpIsApplication,
  dataFormatIsTheOffered,
  // RFC 8866, RFC 5761, RFC 9143, RFC 8830: formats and tracks.
  payloadTypesAreInRange,
  payloadTypesAgree,
  oneTrackPerSection,
  // RFC 8285: header extensions.
  extensionIdsExist,
  extensionIdsAreUnique,
  bundledExtensionsAgree,
  extensionsKeepTheirIds,
  extensionIdsAreKept,
  // webrtc-pc #set-description: an offer that replaces another.
  replacedOfferBinds,
] as const;
