import { type Sdp, type Section, tagOf } from "../../description/description.ts";
import { extensionsInForce } from "../../description/header-extension.ts";
import { all } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { bundledSections, rule } from "../rule.ts";

export const bundledMidsExist = rule(
  "D2",
  "9143 5",
  "a BUNDLE group's mids exist",

  ({ sdp }, report) => {
    for (const bundle of sdp.bundles) {
      for (const mid of bundle.mids) {
        if (!sdp.byMid.has(mid)) report(null, bundle, quote(mid));
      }
    }
  },
);

export const oneGroupPerMid = rule(
  "D3",
  "9143 5",
  "a mid is in one BUNDLE group at most",

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

export const offeredTagStandsAlone = rule(
  "D4",
  "9143 7.2.1",
  "an offered BUNDLE tag is not bundle-only",

  ({ sdp, type }, report) => {
    if (type !== "offer") return;
    for (const tag of tags(sdp)) {
      if (tag.bundleOnly) report(tag);
    }
  },
);

export const bundledExtensionsAgree = rule(
  "D14",
  "9143 12",
  "an extmap id is one URI in a BUNDLE group",

  ({ sdp }, report) => {
    for (const [section, names] of bundledSections(sdp, () => new Map<number, FirstMapping>())) {
      for (const { id, uri, attribute } of extensionsInForce(all(section, "extmap"))) {
        const first = names.get(id) ?? { uri, by: section };
        names.set(id, first);
        // An id twice in one section breaks D13.
        if (first.uri === uri || first.by === section) continue;
        report(section, attribute, `${id} already is ${quote(first.uri)}`);
      }
    }
  },
);

/** What an id names within a group, and the section that mapped it first. */
interface FirstMapping {
  readonly uri: string;
  readonly by: Section;
}

export const tagIsAccepted = rule(
  "D15",
  "9143 7.3.3",
  "a BUNDLE tag is not rejected",

  ({ sdp }, report) => {
    for (const tag of tags(sdp)) {
      if (tag.rejected) report(tag);
    }
  },
);

function tags(sdp: Sdp) {
  return sdp.bundles.map((bundle) => tagOf(sdp, bundle)).filter((tag) => tag !== null);
}
