import { bundleWasOffered } from "./answer/bundle-rules.ts";
import { aFormatIsShared, extensionsKeepTheirIds, feedbackWasOffered } from "./answer/media-rules.ts";
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
import {
  bundledExtensionsAgree,
  bundledMidsExist,
  offeredTagStandsAlone,
  oneGroupPerMid,
  tagIsAccepted,
} from "./description/bundle-rules.ts";
import {
  extensionIdsAreUnique,
  payloadTypesAreInRange,
  retransmissionsHaveATarget,
  sctpHasAPort,
  simulcastRidsAreDeclared,
} from "./description/media-rules.ts";
import { uniqueMids } from "./description/mid-rules.ts";
import { muxOnlyComesWithMux, remoteMuxesRtcp } from "./description/rtcp-mux-rules.ts";
import { setupIsNotHeld, transportHasSetup, transportIsDescribed } from "./description/transport-rules.ts";
import { midsKeepTheirBundle } from "./reoffer/bundle-rules.ts";
import { extensionIdsAreKept } from "./reoffer/media-rules.ts";
import {
  indexKeepsItsSection,
  recyclingNeedsRejection,
  replacedOfferBinds,
  sectionsNeverGetFewer,
} from "./reoffer/section-rules.ts";
import { identityRestartsIce, muxIsKept, roleIsKept } from "./reoffer/transport-rules.ts";
import type { ContentRule } from "./rule.ts";

/** What makes a description unacceptable, in the order of their ids. */
export const contentRules = [
  uniqueMids,
  bundledMidsExist,
  oneGroupPerMid,
  offeredTagStandsAlone,
  transportIsDescribed,
  setupIsNotHeld,
  remoteMuxesRtcp,
  muxOnlyComesWithMux,
  simulcastRidsAreDeclared,
  retransmissionsHaveATarget,
  sctpHasAPort,
  payloadTypesAreInRange,
  extensionIdsAreUnique,
  bundledExtensionsAgree,
  tagIsAccepted,
  transportHasSetup,
  sectionForSection,
  sameMediaAndProtocol,
  sameMid,
  rejectedStaysRejected,
  directionFits,
  setupIsAnswered,
  bundleWasOffered,
  feedbackWasOffered,
  muxIsNotDropped,
  credentialsFollowTheOffer,
  identityChangesWithIce,
  extensionsKeepTheirIds,
  aFormatIsShared,
  sectionsNeverGetFewer,
  indexKeepsItsSection,
  recyclingNeedsRejection,
  muxIsKept,
  identityRestartsIce,
  roleIsKept,
  midsKeepTheirBundle,
  extensionIdsAreKept,
  replacedOfferBinds,
] as const;

/**
 * The same in the order in which they are judged: rtcp-mux comes first.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export const rulesAsJudged: readonly ContentRule[] = [
  ...contentRules.filter(({ id }) => id === remoteMuxesRtcp.id),
  ...contentRules.filter(({ id }) => id !== remoteMuxesRtcp.id),
];
