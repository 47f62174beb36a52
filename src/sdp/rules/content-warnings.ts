import {
  codecIsNew,
  mappingIsUnlisted,
  payloadTypeIsRemapped,
  payloadTypesCollide,
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
import { restartIsPartial, tlsIdIsAbsent, versionGoesUpByOne } from "./warnings/transport-warnings.ts";

/** The warnings on the content, in the order of the ids. W14 to W19 come from reading the lines. */
export const contentWarnings = [
  tlsIdIsAbsent,
  midIsAbsent,
  midIsLong,
  mediaIsUnknown,
  payloadTypesCollide,
  payloadTypeIsRemapped,
  codecIsNew,
  restartIsPartial,
  versionGoesUpByOne,
  bundleOnlyIsMisplaced,
  mappingIsUnlisted,
  ridIsIgnored,
  keysAreInTheOpen,
  ridIsDiscarded,
] as const;
