import type { BundleGroup, Section } from "../description/description.ts";
import { isNegotiatedBundle } from "../description/negotiation.ts";
import type { JudgedDescription } from "./judged-description.ts";
import { type CheckContent, eachLiveSection, type ReportBreach } from "./rule.ts";

/**
 * The BUNDLE groups that an offer suggests for the first time: the answerer may still take each of their sections out, so
 * that each must be able to stand alone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9143.html#section-7.2
 */
export function initialBundles({ sdp, type, negotiated }: JudgedDescription): ReadonlySet<BundleGroup> {
  if (type !== "offer") return new Set();
  if (negotiated === null) return new Set(sdp.bundles);
  return new Set(sdp.bundles.filter((bundle) => !isNegotiatedBundle(negotiated, bundle)));
}

/** A rule on each section that must describe a transport: the transport owners, and who has to be able to become one. */
export function eachDescribedTransport(
  check: (section: Section, judged: JudgedDescription, report: ReportBreach) => void,
): CheckContent {
  return (judged, report) => {
    const initial = initialBundles(judged);
    const checkSections = eachLiveSection((section) => {
      const { bundle, bundleOnly, ownsTransport } = section;
      const standsAlone = bundle !== null && !bundleOnly && initial.has(bundle);
      if (ownsTransport || standsAlone) check(section, judged, report);
    });
    checkSections(judged, report);
  };
}
