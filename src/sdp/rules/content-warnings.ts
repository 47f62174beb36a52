import { bundleOnlyStaysBundled, firstTagIsTheOffered, groupWasOffered } from "./answer/bundle-rules.ts";
import { extensionDirectionsFit } from "./answer/extmap-rules.ts";
import { midWasOffered, timeIsTheOffered } from "./answer/section-rules.ts";
import { ridIsReversed, simulcastWasOffered } from "./answer/simulcast-rules.ts";
import { iceIsAnsweredAsBefore, muxOnlyIsOffered, tlsIdWasOffered } from "./answer/transport-rules.ts";
import {
  bundledMidsAreAccepted,
  bundledMidsExist,
  offeredTagStandsAlone,
  oneAddressTypePerBundle,
  oneAssociationPerBundle,
  oneProtocolPerBundle,
} from "./description/bundle-rules.ts";
import { sctpHasOneFormat } from "./description/data-rules.ts";
import { extensionsAreMappedOnce, extensionsGoWithTheStream } from "./description/extmap-rules.ts";
import { onePasswordPerFragment } from "./description/transport-rules.ts";
import {
  codecIsNew,
  mappingIsUnlisted,
  parametersAreUnlisted,
  payloadTypeIsRemapped,
} from "./warnings/codec-warnings.ts";
import {
  bundleOnlyIsMisplaced,
  keysAreInTheOpen,
  mediaIsUnknown,
  midIsAbsent,
  midIsLong,
  ridIsDiscarded,
  ridIsIgnored,
} from "./warnings/section-warnings.ts";
import {
  midExtensionIsMissing,
  msidIsRepeated,
  ridExtensionIsMissing,
  sourceIsUnknown,
  tracksAreBySource,
} from "./warnings/source-warnings.ts";
import {
  localIceIsFull,
  restartIsPartial,
  roleChangesWithIce,
  tagLacksMux,
  tlsIdIsAbsent,
  versionGoesUpByOne,
} from "./warnings/transport-warnings.ts";

/** What is odd about the content and refuses nothing, in the order of the ids. W14 to W19 come from reading the lines. */
export const contentWarnings = [
  bundledMidsExist,
  offeredTagStandsAlone,
  oneProtocolPerBundle,
  oneAddressTypePerBundle,
  sctpHasOneFormat,
  oneAssociationPerBundle,
  extensionsAreMappedOnce,
  extensionsGoWithTheStream,
  onePasswordPerFragment,
  bundleOnlyStaysBundled,
  midWasOffered,
  groupWasOffered,
  simulcastWasOffered,
  ridIsReversed,
  tlsIdWasOffered,
  muxOnlyIsOffered,
  extensionDirectionsFit,
  firstTagIsTheOffered,
  timeIsTheOffered,
  iceIsAnsweredAsBefore,
  tlsIdIsAbsent,
  midIsAbsent,
  midIsLong,
  mediaIsUnknown,
  payloadTypeIsRemapped,
  codecIsNew,
  restartIsPartial,
  versionGoesUpByOne,
  bundleOnlyIsMisplaced,
  mappingIsUnlisted,
  ridIsIgnored,
  keysAreInTheOpen,
  ridIsDiscarded,
  bundledMidsAreAccepted,
  tagLacksMux,
  roleChangesWithIce,
  tracksAreBySource,
  midExtensionIsMissing,
  ridExtensionIsMissing,
  parametersAreUnlisted,
  sourceIsUnknown,
  msidIsRepeated,
  localIceIsFull,
] as const;
