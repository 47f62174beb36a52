import { codecIsNew, mappingIsUnlisted, payloadTypeIsRemapped, payloadTypesCollide } from "./codec-warnings.ts";
import type { ContentRule } from "./rule.ts";
import {
  bundleOnlyIsMisplaced,
  keysAreInTheOpen,
  mediaIsUnknown,
  midIsAbsent,
  midIsLong,
  ridIsDiscarded,
  ridIsIgnored,
} from "./section-warnings.ts";
import { restartIsPartial, tlsIdIsAbsent, versionGoesUpByOne } from "./transport-warnings.ts";

/** What is worth mentioning about the content, in the order of the ids. W14 to W19 come from reading the lines. */
export const contentWarnings: readonly ContentRule[] = [
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
];
