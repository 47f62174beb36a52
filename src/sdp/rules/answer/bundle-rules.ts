import type { BundleGroup, Sdp, Section } from "../../description/description.ts";
import { isNegotiatedBundle } from "../../description/negotiation.ts";
import { all } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import type { ReportBreach } from "../rule.ts";
import { answerRule, pairRule } from "./answer-rule.ts";

export const bundleWasOffered = answerRule(
  "A7",
  "error",
  "9143 7.3",
  "an answered BUNDLE group lies within an offered one",

  ({ sdp }, offer, report) => {
    for (const bundle of sdp.bundles) {
      const answered = bundle.mids.filter((mid) => sdp.byMid.has(mid));
      const offered = offer.byMid.get(answered[0] ?? "")?.bundle ?? null;
      for (const mid of answered) {
        const group = offer.byMid.get(mid)?.bundle ?? null;
        if (group !== null && group === offered) continue;
        report(sdp.byMid.get(mid) ?? null, bundle, quote(mid));
      }
    }
  },
);

export const bundledStaysBundled = answerRule(
  "A14",
  "error",
  "9143 7.3.2",
  "a section stays in its negotiated BUNDLE group",

  ({ sdp, negotiated }, offer, report) => {
    if (negotiated === null) return;
    for (const bundle of offer.bundles) {
      if (!isNegotiatedBundle(negotiated, bundle)) continue;
      const members = quote(bundle.mids.join(" "));
      for (const { index } of bundle.members) {
        const answered = sdp.sections[index];
        if (answered === undefined || answered.rejected || answered.bundle !== null) continue;
        report(answered, null, members);
      }
    }
  },
);

export const negotiatedTagIsKept = answerRule(
  "A15",
  "error",
  "9143 7.3",
  "a negotiated BUNDLE group keeps the offered tag",

  ({ sdp, negotiated }, offer, report) => {
    if (negotiated === null) return;
    for (const offered of offer.bundles) {
      if (!isNegotiatedBundle(negotiated, offered)) continue;
      reportOtherTags(sdp, offer, offered, report);
    }
  },
);

export const negotiatedTagIsAccepted = answerRule(
  "A29",
  "error",
  "9143 7.3.3",
  "an answer rejects no offered tag of a negotiated BUNDLE group that lives on",

  ({ sdp, negotiated }, offer, report) => {
    if (negotiated === null) return;
    for (const offered of offer.bundles) {
      const rejected = rejectedTag(sdp, offered);
      if (rejected === null || !isNegotiatedBundle(negotiated, offered)) continue;
      const othersLive = offered.members.some(({ index }) => sdp.sections[index]?.rejected === false);
      if (othersLive) report(rejected);
    }
  },
);

export const firstTagIsTheOffered = /* @__PURE__ */ answerRule(
  "A26",
  "warning",
  "9143 7.3.1",
  "a first answer takes the tag of a BUNDLE group as offered, or the next one where that is out of it",

  ({ sdp, negotiated }, offer, report) => {
    for (const offered of offer.bundles) {
      if (negotiated !== null && isNegotiatedBundle(negotiated, offered)) continue;
      reportOtherTags(sdp, offer, offered, report);
    }
  },
);

export const bundleStaysOne = answerRule(
  "A16",
  "error",
  "9143 7.3",
  "an offered BUNDLE group is answered as one",

  ({ sdp }, offer, report) => {
    const seen = new Set<BundleGroup>();
    for (const bundle of sdp.bundles) {
      const offered = offer.byMid.get(bundle.mids[0] ?? "")?.bundle ?? null;
      if (offered === null) continue;
      if (seen.has(offered)) report(null, bundle);
      seen.add(offered);
    }
  },
);

export const bundleOnlyStaysBundled = /* @__PURE__ */ pairRule(
  "A17",
  "warning",
  "9143 7.3.2",
  "an accepted bundle-only section is in its BUNDLE group",

  (answered, offered, report) => {
    if (offered.bundleOnly && !answered.rejected && answered.bundle === null) report(answered);
  },
);

export const groupWasOffered = /* @__PURE__ */ answerRule(
  "A20",
  "warning",
  "5888 9.2",
  "an answered group of another kind than BUNDLE lies within an offered one",

  ({ sdp }, offer, report) => {
    const groups = otherGroups(sdp);
    if (groups.length === 0) return;
    const offered = new Map<string, Map<string, number>>();
    for (const [at, { semantics, mids }] of otherGroups(offer).entries()) {
      const known = offered.get(semantics) ?? new Map<string, number>();
      offered.set(semantics, known);
      for (const mid of mids) known.set(mid, at);
    }
    for (const { semantics, mids, attribute } of groups) {
      const known = offered.get(semantics);
      const within = known?.get(mids[0] ?? "");
      const stray = mids.find((mid) => known?.get(mid) === undefined || known.get(mid) !== within);
      if (known === undefined || stray !== undefined) report(null, attribute, quote(stray ?? semantics));
    }
  },
);

/** Reports the groups that answer an offered one with another tag than its first member that is in them. */
function reportOtherTags(sdp: Sdp, offer: Sdp, offered: BundleGroup, report: ReportBreach): void {
  for (const [bundle, due] of dueTags(sdp, offered.members)) {
    const [tag] = bundle.members;
    if (tag === undefined || tag.index === due.index || offer.sections[tag.index]?.bundle !== offered) continue;
    // A rejected tag is D15's.
    if (!tag.rejected) report(tag, bundle, `${quote(due.mid ?? "")} is due`);
  }
}

/** The member that is due as the tag of each group that answers an offered one: the first that is in there. */
function dueTags(sdp: Sdp, members: readonly Section[]): ReadonlyMap<BundleGroup, Section> {
  const due = new Map<BundleGroup, Section>();
  for (const member of members) {
    const answered = sdp.sections[member.index];
    if (member.port === 0 || answered === undefined || answered.rejected || answered.bundle === null) continue;
    if (!due.has(answered.bundle)) due.set(answered.bundle, member);
  }
  return due;
}

/** The offered tag of a BUNDLE group, where the answer rejects it. */
function rejectedTag(sdp: Sdp, offered: BundleGroup): Section | null {
  const [tag] = offered.members;
  const answered = tag === undefined || tag.rejected ? undefined : sdp.sections[tag.index];
  return answered?.rejected === true ? answered : null;
}

function otherGroups({ session }: Sdp) {
  return all(session, "group")
    .map((attribute) => ({ attribute, words: attribute.value.split(" ") }))
    .map(({ attribute, words: [semantics = "", ...mids] }) => ({ attribute, semantics, mids }))
    .filter(({ semantics }) => semantics !== "BUNDLE");
}
