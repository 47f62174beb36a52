import type { Section } from "../../description/description.ts";
import type { JudgedDescription } from "../judged-description.ts";
import { type ContentRule, rule } from "../rule.ts";
import { midsKeepTheirBundle } from "./bundle-rules.ts";
import { extensionIdsAreKept } from "./media-rules.ts";
import { indexKeepsItsSection, recyclingNeedsRejection, sectionsNeverGetFewer } from "./section-rules.ts";
import { iceIsKept, identityRestartsIce, muxIsKept, roleIsKept } from "./transport-rules.ts";

const rules: readonly ContentRule[] = [
  sectionsNeverGetFewer,
  indexKeepsItsSection,
  recyclingNeedsRejection,
  muxIsKept,
  identityRestartsIce,
  roleIsKept,
  midsKeepTheirBundle,
  extensionIdsAreKept,
  iceIsKept,
];

export const replacedOfferBinds = rule(
  "R9",
  "error",
  "#set-description",
  "a remote offer keeps to the one it replaces",

  (judged, report) => {
    const { replaced } = judged;
    if (replaced === null) return;
    const answered: JudgedDescription = {
      ...judged,
      negotiated: { offer: replaced, answer: replaced, offeredBy: "remote" },
    };
    for (const { id, summary, check } of rules) {
      // What the negotiated session forbids already is the rule's own.
      const forbidden = new Set<Section | null>();
      if (judged.negotiated !== null) check(judged, (section) => forbidden.add(section));
      check(answered, (section, place, detail) => {
        const broken = `${id}, ${summary}`;
        if (!forbidden.has(section)) report(section, place, detail ? `${broken}: ${detail}` : broken);
      });
    }
  },
);
