import { rfc } from "../../specifications.ts";
import { all, type BundleGroup, type Sdp, type Section, tagOf } from "../description.ts";
import { extensionsInForce } from "../header-extension.ts";
import { quote } from "../quote.ts";
import { errorRule } from "./rule.ts";

export const bundledMidsExist = errorRule(
  "D2",
  "every mid in a BUNDLE group exists",
  rfc(9143, "5"),
  ({ sdp }, report) => {
    for (const bundle of sdp.bundles) {
      for (const mid of bundle.mids) {
        if (!sdp.byMid.has(mid)) report(null, bundle, quote(mid));
      }
    }
  },
);

export const oneGroupPerMid = errorRule(
  "D3",
  "a mid is in at most one BUNDLE group",
  rfc(9143, "5"),
  ({ sdp }, report) => {
    const seen = new Set<string>();
    for (const bundle of sdp.bundles) {
      for (const mid of bundle.mids) {
        if (seen.has(mid)) report(sdp.byMid.get(mid) ?? null, bundle, quote(mid));
        seen.add(mid);
      }
    }
  },
);

export const offeredTagStandsAlone = errorRule(
  "D4",
  "an offer's BUNDLE tag is not bundle-only",
  rfc(9143, "7.2.1"),
  ({ sdp, type }, report) => {
    if (type !== "offer") return;
    for (const tag of tags(sdp)) {
      if (tag.bundleOnly) report(tag);
    }
  },
);

export const bundledExtensionsAgree = errorRule(
  "D14",
  "within a BUNDLE group an extmap id names one URI",
  rfc(9143, "12"),
  ({ sdp }, report) => {
    const agreed = new Map<BundleGroup, Map<number, Agreed>>();
    for (const section of sdp.sections) {
      if (section.rejected || section.bundle === null) continue;
      const names = agreed.get(section.bundle) ?? new Map<number, Agreed>();
      agreed.set(section.bundle, names);
      for (const { id, uri, attribute } of extensionsInForce(all(section, "extmap"))) {
        const first = names.get(id) ?? { uri, by: section };
        names.set(id, first);
        // Twice in one section is D13's.
        if (first.uri === uri || first.by === section) continue;
        report(section, attribute, `${id} is ${quote(first.uri)}`);
      }
    }
  },
);

/** What an id names within a group, and the section that said so first. */
interface Agreed {
  readonly uri: string;
  readonly by: Section;
}

export const tagIsAccepted = errorRule(
  "D15",
  "a BUNDLE tag is not a rejected section",
  rfc(9143, "7.3.3"),
  ({ sdp }, report) => {
    for (const tag of tags(sdp)) {
      if (tag.rejected) report(tag);
    }
  },
);

function tags(sdp: Sdp) {
  return sdp.bundles.map((bundle) => tagOf(sdp, bundle)).filter((tag) => tag !== null);
}
